package org.orglife.sitting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.TemplateColumn;
import org.orglife.meeting.AttendanceCapacity;

/** The columns of the sheet 参会人员, and the words that stand in them. */
final class AttendanceColumns {

    static final String SHEET = "参会人员";

    static final ExcelColumn NAME = ExcelColumn.required("姓名").alsoCalled("参会人员", "参会人", "党员姓名");
    static final ExcelColumn CAPACITY = ExcelColumn.optional("参会身份").alsoCalled("身份");
    static final ExcelColumn STATUS = ExcelColumn.optional("出席情况").alsoCalled("出席", "到会情况", "是否出席");
    static final ExcelColumn REMARK = ExcelColumn.optional("备注").alsoCalled("请假原因", "缺席原因", "单位", "说明");

    static final Map<String, AttendanceCapacity> CAPACITIES = new LinkedHashMap<>();
    static final Map<String, AttendanceCapacity> CAPACITIES_TOO = new LinkedHashMap<>();
    static final Map<String, AttendanceStatus> STATUSES = new LinkedHashMap<>();
    static final Map<String, AttendanceStatus> STATUSES_TOO = Map.of(
            "到会", AttendanceStatus.PRESENT,
            "实到", AttendanceStatus.PRESENT,
            "参加", AttendanceStatus.PRESENT,
            "是", AttendanceStatus.PRESENT,
            "未到", AttendanceStatus.ABSENT,
            "未出席", AttendanceStatus.ABSENT,
            "未参加", AttendanceStatus.ABSENT,
            "否", AttendanceStatus.ABSENT);

    static {
        CAPACITIES.put("党员", AttendanceCapacity.MEMBER);
        CAPACITIES.put("以普通党员身份参加", AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER);
        CAPACITIES.put("列席", AttendanceCapacity.OBSERVER);
        CAPACITIES.put("督导组", AttendanceCapacity.SUPERVISOR);
        CAPACITIES.put("列席联系点支部", AttendanceCapacity.CONTACT_LEADER);
        CAPACITIES.put("服务对象代表", AttendanceCapacity.OUTSIDE_REP);
        CAPACITIES.put("工作人员", AttendanceCapacity.STAFF);
        CAPACITIES_TOO.put("正式党员", AttendanceCapacity.MEMBER);
        CAPACITIES_TOO.put("预备党员", AttendanceCapacity.MEMBER);
        CAPACITIES_TOO.put("出席", AttendanceCapacity.MEMBER);
        CAPACITIES_TOO.put("普通党员", AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER);
        CAPACITIES_TOO.put("列席督导组", AttendanceCapacity.SUPERVISOR);
        CAPACITIES_TOO.put("列席（督导组）", AttendanceCapacity.SUPERVISOR);
        CAPACITIES_TOO.put("督导组成员", AttendanceCapacity.SUPERVISOR);
        CAPACITIES_TOO.put("联系点领导", AttendanceCapacity.CONTACT_LEADER);
        CAPACITIES_TOO.put("联系领导", AttendanceCapacity.CONTACT_LEADER);
        CAPACITIES_TOO.put("党外代表", AttendanceCapacity.OUTSIDE_REP);
        CAPACITIES_TOO.put("群众代表", AttendanceCapacity.OUTSIDE_REP);
        STATUSES.put("出席", AttendanceStatus.PRESENT);
        STATUSES.put("请假", AttendanceStatus.EXCUSED);
        STATUSES.put("缺席", AttendanceStatus.ABSENT);
    }

    private AttendanceColumns() {}

    static List<TemplateColumn> template() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("开会的党支部全称").example("呼吸内科党支部"),
                TemplateColumn.text(NAME, 10).hint("一人一行；应到而没有写的党员按缺席统计").example("于光燕"),
                TemplateColumn.text(CAPACITY, 20).hint("不填就是党员").oneOf(List.copyOf(CAPACITIES.keySet())),
                TemplateColumn.text(STATUS, 10).hint("不填就是出席").oneOf(List.copyOf(STATUSES.keySet())),
                TemplateColumn.text(REMARK, 20).hint("请假的写公出、病假、事假或其他；列席的写单位"));
    }
}
