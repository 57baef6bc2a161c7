package org.orglife.statistics;

import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/** The metrics that are counted so far (domain 3.8). The names are a contract with other people's scripts. */
public enum Metric implements Labelled {
    /** 召开组织生活会的党支部数: tasks with at least one meeting held. */
    M01("sum(case when f.held_meetings > 0 then 1 else 0 end)"),
    /** 应召开党支部数: tasks not exempted. */
    M02("sum(case when t.state <> 'EXEMPTED' then 1 else 0 end)"),
    /** 参加组织生活会党员数: members who were at a meeting, each of them once. */
    M03("sum(f.meeting_members)"),
    /** 党员总数: members enrolled now. */
    M03a("sum(f.members)"),
    /** 请假: members on leave from the last meeting of their branch. */
    M04a("sum(f.excused_members)"),
    /** 缺席: members expected there who did not come and were not on leave. */
    M04b("sum(f.absent_members)"),
    /** 补课完成: members who have made up for the last meeting of their branch. */
    M04c("sum(f.made_up_members)"),
    /** 征求意见, number of opinions: those withdrawn do not count, sheets are counted apart. */
    M05("sum(f.opinions)"),
    /** 发放征求意见表, number of sheets. */
    M06a("sum(f.forms_issued)"),
    /** 收回征求意见表, number of sheets. */
    M06b("sum(f.forms_returned)"),
    /** 座谈会和走访, times. */
    M07("sum(f.hearings)"),
    /** 党支部查找问题, number of problems. */
    M08("sum(f.branch_problems)"),
    /** 书记查找问题, number of problems. */
    M09("sum(f.secretary_problems)"),
    /** 党员查找问题, number of problems, the secretaries' not among them. */
    M10("sum(f.member_problems)"),
    /** 谈心谈话, number of persons talked with: a talk with several counts each of them, a mutual talk once. */
    M11("sum(f.talk_persons)"),
    /** 谈心谈话, number of talks. */
    M11b("sum(f.talks)"),
    /** 领导以普通党员身份参加, each meeting anew. */
    M12("sum(f.leaders_as_members)"),
    /** 相互批评意见, number of criticisms, where they were noted. */
    M13("sum(f.criticisms)"),
    /** 列席联系点、督导指导, times: one for each person and meeting. */
    M14("sum(f.guidance_visits)"),
    /** 督导组列席, number of branches. */
    M14b("sum(case when f.supervised_meetings > 0 then 1 else 0 end)"),
    /** 整改措施, number of measures. */
    M15("sum(f.measures)"),
    /** 整改完成（销号）, number of items closed. */
    M16("sum(f.closed_items)"),
    /** 延期, number of measures with a later date than they had first. */
    M17a("sum(f.extended_measures)"),
    /** 超期, number of measures past their date: depends on today and is counted when it is asked for. */
    M17b(null),
    /** 长期坚持, number of measures. */
    M17c("sum(f.long_term_measures)"),
    /** 重开（复号）, number of items that were struck off once and registered again, whatever has become of them. */
    M17d("sum(f.reopened_items)"),
    /** 反复出现, number of problems that were there in an earlier cycle already, as the branches have said. */
    M17e("sum(f.recurring_problems)"),
    /** 参加评议: members who were decided on, told or not yet, and those who take part and get no grade. */
    M18a(
            "sum(f.review_excellent + f.review_qualified + f.review_basic + f.review_unqualified + f.review_untold + f.review_ungraded)"),
    /** 优秀, of those who were told. */
    M18b("sum(f.review_excellent)"),
    /** 合格, of those who were told. */
    M18c("sum(f.review_qualified)"),
    /** 基本合格, of those who were told. */
    M18d("sum(f.review_basic)"),
    /** 不合格, of those who were told. */
    M18e("sum(f.review_unqualified)"),
    /** 不评定等次: members who take part and get no grade. */
    M18f("sum(f.review_ungraded)"),
    /** 组织处置 with an outcome: 限期改正, 劝退, 除名. */
    M19("sum(f.dispositions)"),
    /** 服务对象、党外代表参加, persons, each meeting anew. */
    M20a("sum(f.outside_reps)"),
    /** Meetings at which some of them were. */
    M20b("sum(f.meetings_with_reps)"),
    /** 学习场次. */
    M21a("sum(f.study_sessions)"),
    /** 学习人次: persons there, each session anew. */
    M21b("sum(f.study_persons)"),
    /** 学时 of all sessions together, whole hours. */
    M21c("sum(f.study_tenths_of_hours) / 10"),
    /** 亮诺人数, members whose pledges are or were shown. */
    M22a("sum(f.pledged_members)"),
    /** 亮诺人数, others. */
    M22b("sum(f.pledged_others)"),
    /** 满意率 of all valid answers to satisfaction surveys together, per mille; 0 where there are none. */
    M23("round(1000.0 * sum(f.survey_satisfied) / nullif(sum(f.survey_valid), 0))"),
    /** Of the talks, those entered late (补录). */
    LATE_TALKS("sum(f.late_talks)"),
    /** Of the study sessions, those entered late. */
    LATE_STUDY("sum(f.late_study_sessions)"),
    /** Of the opinions, those entered late. */
    LATE_OPINIONS("sum(f.late_opinions)"),
    /** Of the problems of all kinds, those taken over late. */
    LATE_PROBLEMS("sum(f.late_problems)");

    private final @Nullable String sum;

    Metric(@Nullable String sum) {
        this.sum = sum;
    }

    /** Whether the board shows it; the others stand on the page of all figures. */
    public boolean isOnBoard() {
        return switch (this) {
            case M04a,
                    M04b,
                    M04c,
                    M06a,
                    M06b,
                    M07,
                    M11b,
                    M13,
                    M14b,
                    M17a,
                    M17d,
                    M17e,
                    M18a,
                    M18b,
                    M18c,
                    M18d,
                    M18e,
                    M18f,
                    M19,
                    M20a,
                    M20b,
                    M21b,
                    M21c,
                    M22a,
                    M22b,
                    M23,
                    LATE_TALKS,
                    LATE_STUDY,
                    LATE_OPINIONS,
                    LATE_PROBLEMS -> false;
            default -> true;
        };
    }

    /** Whether scripts get it under its name; what was entered late stands on pages only. */
    public boolean isForScripts() {
        return switch (this) {
            case LATE_TALKS, LATE_STUDY, LATE_OPINIONS, LATE_PROBLEMS -> false;
            default -> true;
        };
    }

    /** The sum over {@code branch_task t} and {@code task_figures f}; null for what is not kept. */
    @Nullable
    String sum() {
        return sum;
    }
}
