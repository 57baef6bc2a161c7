package org.orglife.sitting;

/** Hands raised in a vote, in persons; none negative. */
public record VoteResult(int approve, int against, int abstain) {

    int sum() {
        return approve + against + abstain;
    }
}
