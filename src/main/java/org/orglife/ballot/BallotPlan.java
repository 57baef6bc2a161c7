package org.orglife.ballot;

/** How a ballot is to be held, and by whom. */
record BallotPlan(BallotMode mode, Officer scrutineer, Officer teller) {}
