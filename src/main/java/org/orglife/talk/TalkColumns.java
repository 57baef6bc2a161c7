package org.orglife.talk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.TemplateColumn;

/** The columns of the sheet 谈心谈话 and the words they take. */
final class TalkColumns {

    static final ExcelColumn DAY = ExcelColumn.required("日期").alsoCalled("谈话日期", "谈话时间", "时间");
    static final ExcelColumn CONVENER = ExcelColumn.required("谈话人").alsoCalled("谈话人姓名");
    static final ExcelColumn PARTNERS = ExcelColumn.required("谈话对象").alsoCalled("被谈话人", "谈话对象姓名");
    static final ExcelColumn MEDIUM = ExcelColumn.optional("方式").alsoCalled("谈话方式", "谈话形式");
    static final ExcelColumn TOPIC = ExcelColumn.optional("主题").alsoCalled("谈话主题", "谈话内容", "内容");

    static final Map<String, TalkMedium> MEDIA = new LinkedHashMap<>();

    static {
        MEDIA.put("当面", TalkMedium.FACE);
        MEDIA.put("电话", TalkMedium.PHONE);
        MEDIA.put("微信", TalkMedium.WECHAT);
        MEDIA.put("视频", TalkMedium.VIDEO);
        MEDIA.put("走访", TalkMedium.VISIT);
    }

    static final Map<String, TalkMedium> ALSO_CALLED =
            Map.of("面谈", TalkMedium.FACE, "面对面", TalkMedium.FACE, "家访", TalkMedium.VISIT, "上门", TalkMedium.VISIT);

    private TalkColumns() {}

    static List<TemplateColumn> template() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.date(DAY, 14).example("2023-08-08"),
                TemplateColumn.text(CONVENER, 10).hint("本支部党员姓名").example("周静斌"),
                TemplateColumn.text(PARTNERS, 20).hint("一次和几个人谈的，用顿号隔开").example("夏华"),
                TemplateColumn.text(MEDIUM, 10).hint("不填就是当面").oneOf(List.copyOf(MEDIA.keySet())),
                TemplateColumn.text(TOPIC, 30).hint("可不填；加密保存，只有谈话双方看得到"));
    }
}
