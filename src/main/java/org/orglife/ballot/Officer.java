package org.orglife.ballot;

/**
 * Somebody who may be scrutineer or teller: a member who is there and can sign in.
 *
 * @param accountId his account
 */
public record Officer(long accountId, String name) {}
