package org.orglife.sitting;

import java.util.List;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.TemplateColumn;

/** The columns of the sheet 会议. */
final class MeetingColumns {

    static final String SHEET = "会议";

    static final ExcelColumn DAY = ExcelColumn.required("会议日期").alsoCalled("日期", "召开日期", "会议时间");
    static final ExcelColumn START = ExcelColumn.required("开始时间").alsoCalled("开始");
    static final ExcelColumn END = ExcelColumn.required("结束时间").alsoCalled("结束", "散会时间");
    static final ExcelColumn PLACE = ExcelColumn.required("地点").alsoCalled("会议地点");
    static final ExcelColumn CHAIR = ExcelColumn.required("主持人").alsoCalled("主持");
    static final ExcelColumn RECORDER = ExcelColumn.optional("记录人").alsoCalled("记录");
    static final ExcelColumn EXPECTED = ExcelColumn.optional("应到").alsoCalled("应到人数", "应到党员");
    static final ExcelColumn PRESENT = ExcelColumn.optional("实到").alsoCalled("实到人数", "实到党员");

    private MeetingColumns() {}

    static List<TemplateColumn> template() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("党支部全称，一个支部一行").example("呼吸内科党支部"),
                TemplateColumn.date(DAY, 14).example("2023-08-15"),
                TemplateColumn.text(START, 10).hint("24 小时制").example("14:30"),
                TemplateColumn.text(END, 10).hint("开过半夜的写第二天的时间").example("17:10"),
                TemplateColumn.text(PLACE, 22).example("呼吸内科会议室"),
                TemplateColumn.text(CHAIR, 10).hint("本支部党员姓名").example("于光燕"),
                TemplateColumn.text(RECORDER, 10).hint("本支部党员姓名，可不填").example("余庆清"),
                TemplateColumn.text(EXPECTED, 8).hint("可不填，系统按名册和参会人员算"),
                TemplateColumn.text(PRESENT, 8).hint("可不填，系统按参会人员算"));
    }
}
