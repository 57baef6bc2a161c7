package org.orglife.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SignedInUser;
import org.orglife.opinion.Asking;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionChannel;
import org.orglife.opinion.OpinionCollection;
import org.orglife.opinion.OpinionDigest;
import org.orglife.opinion.OpinionService;
import org.orglife.opinion.OpinionText;
import org.orglife.opinion.TargetGroup;
import org.springframework.stereotype.Component;

/** What the sample branch has been told so far: some of it merged and answered, some of it waiting. */
@Component
@ConditionalOnDemonstration
class SampleOpinions {

    private final OpinionService opinions;
    private final OpinionDigest digest;

    SampleOpinions(OpinionService opinions, OpinionDigest digest) {
        this.opinions = opinions;
        this.digest = digest;
    }

    /** Lets the secretary write it down. */
    void hear(long task, LocalDate on, SignedInUser secretary) {
        OpinionCollection seminar = opinions.ask(
                task,
                new Asking(OpinionChannel.SEMINAR, TargetGroup.SERVICE, null, null, on, "呼吸内科示教室", "余庆清", false),
                secretary.scope());
        long queue = say(
                task,
                "早上八点到十点取报告排队太长，建议再开一个窗口",
                OpinionAbout.WORK,
                OpinionChannel.SEMINAR,
                TargetGroup.SERVICE,
                seminar.getId(),
                on,
                secretary);
        say(
                task,
                "慢病复诊的提醒能不能发到手机上，老人记不住日子",
                OpinionAbout.WORK,
                OpinionChannel.SEMINAR,
                TargetGroup.SERVICE,
                seminar.getId(),
                on,
                secretary);
        long phone = say(
                task,
                "取报告的地方人太多，希望能在手机上看",
                OpinionAbout.WORK,
                OpinionChannel.WECHAT,
                TargetGroup.OUTSIDER,
                null,
                on,
                secretary);
        long calls = say(
                task,
                "离退休同志希望支部多打电话说说科里的事",
                OpinionAbout.COMMITTEE,
                OpinionChannel.PHONE,
                TargetGroup.RETIRED,
                null,
                on,
                secretary);
        say(
                task,
                "支委会研究工作前多听听年轻党员的想法",
                OpinionAbout.COMMITTEE,
                OpinionChannel.MEETING,
                TargetGroup.MEMBER,
                null,
                on,
                secretary);
        digest.merge(
                task, List.of(queue, phone), "早高峰取报告排队时间长，建议增开窗口或提供手机查询", OpinionAbout.WORK, null, secretary.scope());
        long answered = digest.merge(
                        task, List.of(calls), "离退休党员希望支部多联系", OpinionAbout.COMMITTEE, null, secretary.scope())
                .getId();
        digest.answer(answered, "从本月起，每月第一周由组织委员给离退休党员逐个打电话。", null, secretary.scope());
    }

    private long say(
            long task,
            String text,
            OpinionAbout about,
            OpinionChannel channel,
            TargetGroup group,
            @Nullable Long collection,
            LocalDate on,
            SignedInUser secretary) {
        return opinions.record(
                        task, new OpinionText(text, about, channel, group, collection, null, on), secretary.scope())
                .getId();
    }
}
