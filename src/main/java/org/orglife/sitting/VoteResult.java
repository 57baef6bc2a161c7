package org.orglife.sitting;

/** Hands raised in a vote, in persons; none negative. */
public record VoteResult(int approve, int against, int abstain) {

    boolean isNegative() {
        return approve < 0 || against < 0 || abstain < 0;
    }

    int sum() {
        return approve + against + abstain;
    }
}
