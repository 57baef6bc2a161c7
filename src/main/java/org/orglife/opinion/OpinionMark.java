package org.orglife.opinion;

import org.orglife.shared.Labelled;

/** What a handler may say of an anonymous opinion. It stays in the list: nobody can remove it. */
public enum OpinionMark implements Labelled {
    /** 与主题无关. */
    OFF_TOPIC,
    /** 涉嫌违规. */
    UNLAWFUL
}
