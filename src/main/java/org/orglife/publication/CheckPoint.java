package org.orglife.publication;

import org.orglife.shared.Labelled;

/** What a second person looks for before anything is shown (domain 7.3). */
public enum CheckPoint implements Labelled {
    /** 没有涉密和内部资料. */
    SECRECY,
    /** 没有批评原话、谈话、意见、票数和评定. */
    INNER,
    /** 没有病情、家庭、电话等个人情况. */
    PRIVACY,
    /** 负责人、时限和联系人核对无误. */
    FACTS
}
