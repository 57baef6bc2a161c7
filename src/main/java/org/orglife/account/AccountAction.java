package org.orglife.account;

import org.orglife.audit.AuditAction;

/** What the trail tells of accounts and roles. */
public enum AccountAction implements AuditAction {
    /** The empty system was set up. */
    SYSTEM_SET_UP,
    /** Somebody signed in. */
    SIGNED_IN,
    /** A sign-in failed. */
    SIGN_IN_FAILED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Accounts were asked for. */
    OPENING_REQUESTED,
    /** Accounts asked for were approved. */
    OPENING_APPROVED,
    /** Accounts asked for were rejected. */
    OPENING_REJECTED,
    /** An account was shut. */
    ACCOUNT_DISABLED,
    /** An account was opened again. */
    ACCOUNT_ENABLED,
    /** A one-time password was handed out. */
    ONE_TIME_PASSWORD_ISSUED,
    /** Somebody chose a password. */
    PASSWORD_CHANGED,
    /** A role was granted. */
    ROLE_GRANTED,
    /** A role was taken away. */
    ROLE_REVOKED,
    /** A page was refused for want of a right. */
    ACCESS_REFUSED
}
