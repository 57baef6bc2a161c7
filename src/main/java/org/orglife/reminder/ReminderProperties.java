package org.orglife.reminder;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is told of a measure that is not done, and where to outside the system. Days count from the day it was due
 * on; each step comes later than the one before.
 *
 * @param nearDays before its date, 0 to 60
 * @param committeeDays after it
 * @param superiorDays after it
 * @param actionDays after it
 * @param robots how addresses of robots may begin: nothing is sent to any other address
 * @param mailFrom the sender of mails; empty where none are sent
 */
@ConfigurationProperties("orglife.reminder")
public record ReminderProperties(
        @DefaultValue("7") int nearDays,
        @DefaultValue("7") int committeeDays,
        @DefaultValue("15") int superiorDays,
        @DefaultValue("30") int actionDays,

        @DefaultValue({
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
            "https://oapi.dingtalk.com/robot/send?access_token="
        })
        List<String> robots,

        @DefaultValue("") String mailFrom) {

    private static final int LONGEST_NEAR = 60;

    public ReminderProperties {
        if (nearDays < 0 || nearDays > LONGEST_NEAR) {
            throw new IllegalArgumentException("orglife.reminder.near-days has to be from 0 to " + LONGEST_NEAR);
        }
        if (committeeDays < 1 || superiorDays <= committeeDays || actionDays <= superiorDays) {
            throw new IllegalArgumentException(
                    "orglife.reminder: committee-days, superior-days and action-days have to grow from 1 on");
        }
        robots = List.copyOf(robots);
    }

    /** The last date due on which a measure has come to a step today. */
    LocalDate dueBy(ReminderStep step, LocalDate today) {
        return step == ReminderStep.NEAR ? today.plusDays(nearDays) : today.minusDays(daysOf(step));
    }

    /** Days from the date due on to a step; before it for {@link ReminderStep#NEAR}. */
    int daysOf(ReminderStep step) {
        return switch (step) {
            case NEAR -> nearDays;
            case OVERDUE -> 1;
            case COMMITTEE -> committeeDays;
            case SUPERIOR -> superiorDays;
            case ACTION -> actionDays;
        };
    }

    /** How far it has come with a measure that is due on a day; a measure due later than soon counts as near. */
    public ReminderStep stepOf(LocalDate dueOn, LocalDate today) {
        ReminderStep reached = ReminderStep.NEAR;
        for (ReminderStep step : ReminderStep.values()) {
            if (!dueOn.isAfter(dueBy(step, today))) {
                reached = step;
            }
        }
        return reached;
    }
}
