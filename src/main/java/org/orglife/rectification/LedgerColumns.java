package org.orglife.rectification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.TemplateColumn;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.SubjectKind;

/** The columns of the flat sheet 整改台账: what an export writes is what an import reads. */
final class LedgerColumns {

    static final String SHEET = "整改台账";

    static final ExcelColumn NUMBER = ExcelColumn.required("问题编号").alsoCalled("编号", "问题序号", "序号");
    static final ExcelColumn BRANCH =
            ExcelColumn.required("党支部").alsoCalled("支部", "所在支部", "所在党支部", "所属支部", "所属党支部", "所在党组织", "党支部名称");
    static final ExcelColumn SUBJECT_KIND = ExcelColumn.required("主体类别").alsoCalled("问题主体", "主体类型");
    static final ExcelColumn SUBJECT = ExcelColumn.optional("主体").alsoCalled("姓名", "党员姓名");
    static final ExcelColumn ASPECT = ExcelColumn.required("对照方面").alsoCalled("方面", "检视方面", "问题类别");
    static final ExcelColumn TEXT = ExcelColumn.required("存在问题").alsoCalled("问题", "问题表述", "具体表现");
    static final ExcelColumn SOURCE = ExcelColumn.optional("问题来源").alsoCalled("来源");
    static final ExcelColumn CAUSE = ExcelColumn.optional("原因分析").alsoCalled("原因");
    static final ExcelColumn MEASURE = ExcelColumn.optional("整改措施").alsoCalled("措施");
    static final ExcelColumn TARGET = ExcelColumn.optional("整改目标").alsoCalled("预期成效", "目标");
    static final ExcelColumn LEADER = ExcelColumn.optional("责任领导");
    static final ExcelColumn OWNER = ExcelColumn.optional("责任人").alsoCalled("整改责任人", "负责人");
    static final ExcelColumn DUE = ExcelColumn.optional("完成时限").alsoCalled("整改时限", "时限", "完成期限");
    static final ExcelColumn TRACK = ExcelColumn.optional("整改类型").alsoCalled("整改方式");
    static final ExcelColumn PROGRESS = ExcelColumn.optional("整改进展").alsoCalled("进展", "完成情况", "进展情况");
    static final ExcelColumn DONE = ExcelColumn.optional("完成日期").alsoCalled("完成时间");
    static final ExcelColumn CLOSED = ExcelColumn.optional("销号日期").alsoCalled("销号时间");
    static final ExcelColumn RAISED = ExcelColumn.optional("提出日期").alsoCalled("提出时间");

    static final String DONE_WORD = "已完成";
    static final String WORKING_WORD = "整改中";
    static final String LONG_TERM_WORD = "长期坚持";

    static final Map<String, SubjectKind> SUBJECTS = new LinkedHashMap<>();
    static final Map<String, ProblemSource> SOURCES = new LinkedHashMap<>();
    static final Map<String, Track> TRACKS = new LinkedHashMap<>();

    static {
        SUBJECTS.put("党支部", SubjectKind.BRANCH);
        SUBJECTS.put("支部书记", SubjectKind.SECRETARY);
        SUBJECTS.put("支委委员", SubjectKind.COMMITTEE_MEMBER);
        SUBJECTS.put("党员", SubjectKind.MEMBER);
        SOURCES.put("自查", ProblemSource.SELF);
        SOURCES.put("征求意见", ProblemSource.OPINION);
        SOURCES.put("谈心谈话", ProblemSource.TALK);
        SOURCES.put("会上批评", ProblemSource.CRITICISM);
        SOURCES.put("督导点评", ProblemSource.SUPERVISION);
        SOURCES.put("上次未完成", ProblemSource.LAST_CYCLE);
        SOURCES.put("上级指出", ProblemSource.SUPERIOR);
        TRACKS.put("立行立改", Track.IMMEDIATE);
        TRACKS.put("限期整改", Track.TERM);
        TRACKS.put(LONG_TERM_WORD, Track.LONG_TERM);
    }

    private LedgerColumns() {}

    static List<TemplateColumn> template() {
        return List.of(
                TemplateColumn.text(NUMBER, 12)
                        .hint("一个问题一个编号；一个问题有几条措施的，写几行，编号相同")
                        .example("01-0001"),
                TemplateColumn.text(BRANCH, 22).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.text(SUBJECT_KIND, 12).oneOf(List.copyOf(SUBJECTS.keySet())),
                TemplateColumn.text(SUBJECT, 10).hint("个人的问题写姓名，支部的问题不填"),
                TemplateColumn.text(ASPECT, 20).example("联系服务群众"),
                TemplateColumn.text(TEXT, 40).example("意见箱第二季度收到 7 条建议，只答复 1 条"),
                TemplateColumn.text(SOURCE, 12).oneOf(List.copyOf(SOURCES.keySet())),
                TemplateColumn.text(CAUSE, 24),
                TemplateColumn.text(MEASURE, 40).example("10月15日前逐条答复，并在科室公示栏公开"),
                TemplateColumn.text(TARGET, 24),
                TemplateColumn.text(LEADER, 10),
                TemplateColumn.text(OWNER, 10).hint("本支部党员姓名，一条措施一个人").example("于光燕"),
                TemplateColumn.date(DUE, 14).hint("长期坚持的不填").example("2023-10-15"),
                TemplateColumn.text(TRACK, 12).oneOf(List.copyOf(TRACKS.keySet())),
                TemplateColumn.text(PROGRESS, 14).hint("完成的写“已完成”，其他写进展").example(WORKING_WORD),
                TemplateColumn.date(DONE, 14),
                TemplateColumn.date(CLOSED, 14).hint("已销号的填"),
                TemplateColumn.date(RAISED, 14).hint("可不填"));
    }
}
