package org.orglife.home;

/** What a to-do asks for; the words are in {@code home.toDo.<kind>.…}. */
public enum ToDoKind {
    /** Plan measures for a problem of one's own. */
    PLAN_OWN,
    /** Mend what was sent back. */
    MEND,
    /** Go on with what was struck off and did not hold. */
    REWORK,
    /** Report on a measure. */
    REPORT,
    /** Hand in an item whose measures are all done. */
    HAND_IN,
    /** Urge those who are late. */
    OVERDUE,
    /** See to what branches have left undone for long. */
    OVERDUE_IN_BRANCHES,
    /** Decide on a later date that somebody asks for. */
    DECIDE_EXTENSION,
    /** Review what others have handed in. */
    REVIEW,
    /** Mend items of the branch that were sent back. */
    RETURNED,
    /** Ask people whether they are satisfied before items are struck off. */
    SURVEY,
    /** Close a survey whose last day has passed. */
    CLOSE_SURVEY,
    /** Plan measures for problems of the branch. */
    PLAN,
    /** Read a notice and what was added to it. */
    READ_NOTICE,
    /** Answer what branches asked about a notice. */
    ANSWER,
    /** Write one's own list of problems before a meeting. */
    WRITE_LIST,
    /** Hand in what one has written of it. */
    HAND_IN_LIST,
    /** Confirm talks that somebody else has recorded. */
    CONFIRM_TALKS,
    /** Make up for a session one was not at. */
    MAKE_UP,
    /** Confirm that one has made up for a session. */
    CONFIRM_MAKE_UP,
    /** Make up for a meeting one was not at. */
    MAKE_UP_MEETING,
    /** Confirm that one has made up for a meeting. */
    CONFIRM_MEETING,
    /** Keep the opening code of a ballot, open and close its box. */
    SCRUTINISE_BALLOT,
    /** Count the paper of a ballot. */
    COUNT_BALLOT,
    /** Complete and sign the record of a meeting. */
    SIGN_MINUTES,
    /** Answer members who ask for something stored about them to be put right. */
    ANSWER_CORRECTION,
    /** Read what became of such a request of one's own. */
    READ_CORRECTION,
    /** Say of those whom the roster defers whether they are reviewed. */
    CHECK_REVIEW_LIST,
    /** Note who met to decide the grades. */
    NOTE_REVIEW_MEETING,
    /** Write down what was decided of members. */
    DECIDE_GRADES,
    /** Tell members their grades. */
    TELL_GRADES,
    /** Settle how a member is helped, and when it is looked at again. */
    HELP_MEMBER,
    /** Look again whether a member has improved. */
    RECHECK_MEMBER,
    /** Review a member again at the end of the period he was given. */
    REASSESS_MEMBER,
    /** Write down an ordinary meeting whose day has come. */
    RECORD_ROUTINE,
    /** Answer to the grade one was told. */
    ANSWER_REVIEW,
    /** Check what somebody else proposes to show in public. */
    CHECK_PUBLICATION,
    /** Mend a publication that was sent back. */
    MEND_PUBLICATION,
    /** Approve a publication. */
    APPROVE_PUBLICATION,
    /** Show what was approved. */
    PUBLISH,
    /** Take down a publication whose days are over. */
    END_PUBLICATION,
    /** Look at pledges. */
    REVIEW_PLEDGES,
    /** Look again at items that were struck off. */
    LOOK_BACK,
    /** End a round of looking back in which everything was looked at. */
    FINISH_LOOK_BACK,
    /** Draw a round of looking back. */
    DRAW_LOOK_BACK,
    /** Write the text the campaign asks for. */
    WRITE_TEXT,
    /** Mend a text that was given back with a remark. */
    MEND_TEXT,
    /** Read texts that others have handed in. */
    REVIEW_TEXTS,
    /** See to it that the talks before a meeting are held. */
    TALKS,
    /** Read the notice of a meeting. */
    READ_MEETING_NOTICE,
    /** Ask the superior to agree to a meeting. */
    ASK_TO_MEET,
    /** Send the notice of a meeting. */
    SEND_NOTICE,
    /** Mend what the superior found wanting before a meeting. */
    MEND_MEETING,
    /** Confirm the expected list again. */
    CONFIRM_LIST,
    /** Answer those who ask for leave. */
    ANSWER_LEAVE,
    /** Come to a meeting after all: leave was not accepted. */
    COME_AFTER_ALL,
    /** Answer a branch that wants to meet. */
    APPROVE_MEETING,
    /** Answer a branch that wants to meet later than it may. */
    CONSENT_MEETING,
    /** Merge opinions, and decide what becomes of each point. */
    DIGEST,
    /** Say of branches in which everything is struck off that they are done. */
    CONFIRM_COMPLETION,
    /** Finish the draft of a campaign and issue it. */
    ISSUE,
    /** Confirm or put aside a workbook that was checked. */
    IMPORT,
    /** Answer what the check of a workbook asks, or take the corrections it offers. */
    IMPORT_CORRECT
}
