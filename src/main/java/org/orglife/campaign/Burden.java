package org.orglife.campaign;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * 负担测算: what a campaign asks of one branch and of one member, so that an office sees its own demands before it issues
 * them. A field is something our own pages cannot do without when a step is taken once; a paper is a text or a form that
 * somebody has to write. What the system puts together by itself (minutes, sign-in sheets, statistics) is neither.
 *
 * @param demands one for each step that is asked for, in the order of the catalogue
 */
public record Burden(List<Demand> demands) {

    public Burden {
        demands = List.copyOf(demands);
    }

    /**
     * What one step asks for.
     *
     * @param branchFields fields those who work for the branch fill in when they take it once
     * @param branchPapers papers the branch writes
     * @param memberFields fields each member fills in
     * @param memberPapers papers each member writes
     */
    public record Demand(
            StepCode code, StepLevel level, int branchFields, int branchPapers, int memberFields, int memberPapers) {

        public boolean isMust() {
            return level == StepLevel.MUST;
        }

        /** Whether a member has something to do for it. */
        public boolean concernsMember() {
            return memberFields > 0 || memberPapers > 0;
        }

        public int papers() {
            return branchPapers + memberPapers;
        }
    }

    /** What a campaign asks for as it stands; a step that is merely offered ({@link StepLevel#MAY}) asks for nothing. */
    public static Burden of(Campaign campaign) {
        return new Burden(campaign.getSteps().stream()
                .filter(step -> step.level() == StepLevel.MUST || step.level() == StepLevel.SHOULD)
                .map(step -> demand(campaign, step))
                .toList());
    }

    private static Demand demand(Campaign campaign, PlannedStep step) {
        Policy policy = campaign.getPolicy();
        int branchAspects = campaign.getAspects(AspectSubject.BRANCH).size();
        return switch (step.code()) {
            // day, hour, place, who chairs
            case PLAN -> branch(step, 4);
            // day, mode, what was studied; all present in one click
            case STUDY -> branch(step, 3);
            // how it was made up for, and the member's word that it was
            case STUDY_COVER -> new Demand(step.code(), step.level(), 1, 0, 1, 0);
            // with whom, how
            case TALK -> branch(step, 2);
            case OPINION ->
                new Demand(step.code(), step.level(), 1, policy.opinionForm() == OpinionFormUse.REQUIRED ? 1 : 0, 0, 0);
            // the point, and what becomes of it
            case OPINION_DIGEST -> branch(step, 2);
            case PRE_ASSESS, LAST_CYCLE -> branch(step, 1);
            // one answer for each aspect
            case PROB_BRANCH -> branch(step, branchAspects);
            case PROB_SECRETARY -> branch(step, 1);
            // the aspect and the point
            case PROB_MEMBER -> new Demand(step.code(), step.level(), 0, 0, 2, 0);
            case TEXT -> new Demand(step.code(), step.level(), 0, 0, 0, 1);
            case TEXT_REVIEW -> branch(step, 1);
            case APPROVAL -> new Demand(step.code(), step.level(), 0, 1, 0, 0);
            case PLEDGE -> new Demand(step.code(), step.level(), 0, 0, 0, 1);
            // a grade and the day of the feedback, for each member
            case ASSESSMENT, FEEDBACK -> branch(step, 1);
            // measure, owner, date
            case BRANCH_LIST -> branch(step, 3);
            case PERSONAL_LISTS -> new Demand(step.code(), step.level(), 0, 0, 2, 0);
            case REPORT ->
                new Demand(
                        step.code(),
                        step.level(),
                        1,
                        policy.reportMode() == ReportMode.STATISTICS_AND_TEXT ? 1 : 0,
                        0,
                        0);
            // a day, a tick
            case KICKOFF, COMM_MEETING, EXPECTED_LIST, NOTICE, INVITE, RECORD, MAKE_UP, PUBLICATION, CLOSING ->
                branch(step, 1);
        };
    }

    private static Demand branch(PlannedStep step, int fields) {
        return new Demand(step.code(), step.level(), fields, 0, 0, 0);
    }

    public long branchMust() {
        return count(Demand::isMust);
    }

    public long branchShould() {
        return demands.size() - branchMust();
    }

    public long memberMust() {
        return count(demand -> demand.isMust() && demand.concernsMember());
    }

    public long memberShould() {
        return count(demand -> !demand.isMust() && demand.concernsMember());
    }

    public int branchFields() {
        return sum(Demand::branchFields);
    }

    public int branchPapers() {
        return sum(Demand::branchPapers);
    }

    public int memberFields() {
        return sum(Demand::memberFields);
    }

    public int memberPapers() {
        return sum(Demand::memberPapers);
    }

    /** Whether nobody has to write anything on paper. */
    public boolean isPaperless() {
        return sum(Demand::papers) == 0;
    }

    private long count(Predicate<Demand> which) {
        return demands.stream().filter(which).count();
    }

    private int sum(ToIntFunction<Demand> what) {
        return demands.stream().mapToInt(what).sum();
    }
}
