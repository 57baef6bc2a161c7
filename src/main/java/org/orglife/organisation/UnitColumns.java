package org.orglife.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.TemplateColumn;

/** The columns of the sheet 党组织, and the words that stand in them. */
final class UnitColumns {

    static final String SHEET = "党组织";

    static final ExcelColumn NAME = ExcelColumn.required("党组织名称").alsoCalled("名称", "组织名称", "党组织");
    static final ExcelColumn PARENT = ExcelColumn.optional("上级党组织").alsoCalled("上级", "上级组织", "隶属党组织");
    static final ExcelColumn KIND = ExcelColumn.required("类别").alsoCalled("党组织类别", "组织类别");
    static final ExcelColumn BRANCH_KIND = ExcelColumn.optional("支部类型").alsoCalled("党支部类型");
    static final ExcelColumn FOUNDED = ExcelColumn.optional("成立日期").alsoCalled("成立时间", "建立日期");
    static final ExcelColumn ELECTED = ExcelColumn.optional("换届日期").alsoCalled("选举日期", "换届选举日期");
    static final ExcelColumn CATEGORY = ExcelColumn.optional("行业").alsoCalled("行业类别", "领域");
    static final ExcelColumn CODE = ExcelColumn.optional("组织代码").alsoCalled("党组织代码");

    static final Map<String, UnitKind> KINDS = new LinkedHashMap<>();
    static final Map<String, UnitKind> KINDS_TOO =
            Map.of("基层党委", UnitKind.PARTY_COMMITTEE, "总支", UnitKind.GENERAL_BRANCH);
    static final Map<String, BranchKind> BRANCH_KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("党委", UnitKind.PARTY_COMMITTEE);
        KINDS.put("党工委", UnitKind.WORK_COMMITTEE);
        KINDS.put("党组", UnitKind.LEADERSHIP_GROUP);
        KINDS.put("机关党委", UnitKind.INSTITUTION_COMMITTEE);
        KINDS.put("党总支", UnitKind.GENERAL_BRANCH);
        KINDS.put("党支部", UnitKind.BRANCH);
        KINDS.put("党小组", UnitKind.GROUP);
        BRANCH_KINDS.put("普通党支部", BranchKind.ORDINARY);
        BRANCH_KINDS.put("直属党支部", BranchKind.DIRECT);
        BRANCH_KINDS.put("联合党支部", BranchKind.JOINT);
        BRANCH_KINDS.put("临时党支部", BranchKind.TEMPORARY);
        BRANCH_KINDS.put("流动党员党支部", BranchKind.MOBILE);
        BRANCH_KINDS.put("离退休党支部", BranchKind.RETIRED);
    }

    private UnitColumns() {}

    static List<TemplateColumn> template() {
        return List.of(
                TemplateColumn.text(NAME, 28).hint("全称").example("呼吸内科党支部"),
                TemplateColumn.text(PARENT, 28).hint("上级的全称；最上一级是您所在的党组织，可不填").example("临床第一党总支"),
                TemplateColumn.text(KIND, 12).oneOf(List.copyOf(KINDS.keySet())),
                TemplateColumn.text(BRANCH_KIND, 16).hint("党支部才填，不填就是普通党支部").oneOf(List.copyOf(BRANCH_KINDS.keySet())),
                TemplateColumn.date(FOUNDED, 14).example("2016-02-01"),
                TemplateColumn.date(ELECTED, 14).hint("支部委员会最近一次选举").example("2021-06-18"),
                TemplateColumn.text(CATEGORY, 12).example("医院"),
                TemplateColumn.text(CODE, 18).hint("有统一编码的填，没有可不填"));
    }

    /** The word for a kind of unit that a workbook has, and that is proposed to whoever fills it in. */
    static String word(UnitKind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
