package org.orglife.opinion;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchRow;
import org.orglife.campaign.BranchRowImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.OrgUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 征求意见. A row is known again by all that it says and by how often the sheet has said it before, so
 * that the same sheet brings nothing the second time.
 */
@Component
class OpinionsImport extends BranchRowImport<OpinionsImport.Line, List<OpinionsImport.Line>> {

    private static final String SHEET = "征求意见";

    private static final String OPINION = "Opinion";
    private static final ExcelColumn GROUP = ExcelColumn.required("征求对象").alsoCalled("对象", "提出类别", "征求群体");
    private static final ExcelColumn CHANNEL = ExcelColumn.required("方式").alsoCalled("征求方式", "渠道");
    private static final ExcelColumn ABOUT = ExcelColumn.required("意见指向").alsoCalled("意见对象", "指向");
    private static final ExcelColumn TEXT = ExcelColumn.required("意见建议").alsoCalled("意见", "意见建议内容", "意见内容");

    private static final Map<String, TargetGroup> GROUPS = new LinkedHashMap<>();
    private static final Map<String, TargetGroup> OTHER_GROUPS = Map.of(
            "党员", TargetGroup.MEMBER,
            "支部党员", TargetGroup.MEMBER,
            "离退休同志", TargetGroup.RETIRED,
            "群众", TargetGroup.OUTSIDER,
            "党外人士", TargetGroup.OUTSIDER,
            "患者或家属", TargetGroup.SERVICE,
            "服务对象代表", TargetGroup.SERVICE,
            "上级", TargetGroup.SUPERIOR,
            "上级党委", TargetGroup.SUPERIOR);
    private static final Map<String, OpinionChannel> CHANNELS = new LinkedHashMap<>();
    private static final Map<String, OpinionChannel> OTHER_CHANNELS = Map.of(
            "征求意见表", OpinionChannel.FORM,
            "书面", OpinionChannel.FORM,
            "座谈", OpinionChannel.SEMINAR,
            "座谈访谈", OpinionChannel.SEMINAR,
            "访谈", OpinionChannel.INTERVIEW,
            "当面", OpinionChannel.INTERVIEW,
            "无记名", OpinionChannel.BOX);
    private static final Map<String, OpinionAbout> ABOUTS = new LinkedHashMap<>();
    private static final Map<String, OpinionAbout> OTHER_ABOUTS = Map.of(
            "班子", OpinionAbout.COMMITTEE,
            "支部班子", OpinionAbout.COMMITTEE,
            "支委会", OpinionAbout.COMMITTEE,
            "书记", OpinionAbout.SECRETARY,
            "委员", OpinionAbout.COMMITTEE_MEMBER,
            "工作", OpinionAbout.WORK,
            "单位工作", OpinionAbout.WORK);

    static {
        GROUPS.put("本支部党员", TargetGroup.MEMBER);
        GROUPS.put("离退休党员", TargetGroup.RETIRED);
        GROUPS.put("党外群众", TargetGroup.OUTSIDER);
        GROUPS.put("服务对象", TargetGroup.SERVICE);
        GROUPS.put("对口单位", TargetGroup.LINKED_UNIT);
        GROUPS.put("上级党组织", TargetGroup.SUPERIOR);
        GROUPS.put("其他", TargetGroup.OTHER);
        CHANNELS.put("书面征求意见表", OpinionChannel.FORM);
        CHANNELS.put("座谈会", OpinionChannel.SEMINAR);
        CHANNELS.put("走访", OpinionChannel.VISIT);
        CHANNELS.put("当面听取", OpinionChannel.INTERVIEW);
        CHANNELS.put("会上听取", OpinionChannel.MEETING);
        CHANNELS.put("电话", OpinionChannel.PHONE);
        CHANNELS.put("微信", OpinionChannel.WECHAT);
        CHANNELS.put("意见箱", OpinionChannel.BOX);
        CHANNELS.put("其他", OpinionChannel.OTHER);
        ABOUTS.put("支部委员会", OpinionAbout.COMMITTEE);
        ABOUTS.put("支部书记", OpinionAbout.SECRETARY);
        ABOUTS.put("支委委员", OpinionAbout.COMMITTEE_MEMBER);
        ABOUTS.put("党员", OpinionAbout.MEMBER);
        ABOUTS.put("本单位工作", OpinionAbout.WORK);
        ABOUTS.put("其他", OpinionAbout.OTHER);
    }

    private final OpinionRepository opinions;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    OpinionsImport(
            ImportCampaign campaign,
            ImportTasks tasks,
            OpinionRepository opinions,
            AuditTrail audit,
            EntityManager entities,
            JdbcClient jdbc) {
        super(campaign, tasks, audit);
        this.opinions = opinions;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public String sheetName() {
        return SHEET;
    }

    /** After the ledger, in whose campaign it stands. */
    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(ImportTasks.BRANCH, 22).hint("党支部全称").example("呼吸内科党支部"),
                TemplateColumn.text(GROUP, 14)
                        .oneOf(List.copyOf(GROUPS.keySet()))
                        .hint("写群体，不写姓名"),
                TemplateColumn.text(CHANNEL, 16).oneOf(List.copyOf(CHANNELS.keySet())),
                TemplateColumn.text(ABOUT, 14).oneOf(List.copyOf(ABOUTS.keySet())),
                TemplateColumn.text(TEXT, 60).hint("一条意见写一行，不写提意见的人").example("门诊导诊指引牌看不清，老年患者容易走错"));
    }

    @Override
    public List<String> objectTypes() {
        return List.of(OPINION);
    }

    /** A row with what it names. */
    record Line(
            ExcelRecord record,
            OrgUnit branch,
            String text,
            OpinionAbout about,
            OpinionChannel channel,
            TargetGroup group)
            implements BranchRow {}

    @Override
    protected @Nullable Line read(ExcelRecord record, ImportTasks.Sheet sheet) {
        OrgUnit branch = sheet.branch(record);
        TargetGroup group = record.choice(GROUP, GROUPS, OTHER_GROUPS);
        OpinionChannel channel = record.choice(CHANNEL, CHANNELS, OTHER_CHANNELS);
        OpinionAbout about = record.choice(ABOUT, ABOUTS, OTHER_ABOUTS);
        String text = record.text(TEXT, OpinionText.LONGEST);
        return branch == null || group == null || channel == null || about == null || text == null
                ? null
                : new Line(record, branch, text, about, channel, group);
    }

    /** Nothing but the branch is looked up. */
    @Override
    protected List<Line> resolve(List<Line> lines, ImportTasks.Sheet sheet) {
        return lines;
    }

    @Override
    protected void write(List<Line> lines, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        Set<String> known = keys(sheet.known());
        Map<String, Integer> seen = new HashMap<>();
        List<Opinion> made = new ArrayList<>();
        for (Line line : lines) {
            String row = line.branch().getId() + "\n" + line.group() + "\n" + line.channel() + "\n" + line.about()
                    + "\n" + line.text();
            String key = hash(row + "\n" + seen.merge(row, 1, Integer::sum));
            if (known.contains(key)) {
                report.unchanged();
            } else {
                made.add(Opinion.imported(
                        sheet.hold(line.branch()),
                        line.text(),
                        line.about(),
                        line.channel(),
                        line.group(),
                        key,
                        context.today()));
                report.created();
            }
        }
        opinions.saveAll(made);
        entities.flush();
        made.forEach(opinion -> context.created(OPINION, opinion.getId(), Map.of(), opinion.getVersion()));
    }

    private Set<String> keys(Collection<Long> tasks) {
        return tasks.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql("select source_key from opinion where task_id in (:tasks) and source_key is not null")
                                .param("tasks", tasks)
                                .query(String.class)
                                .list());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Collection<Long> takeBack(List<ImportRecord> records) {
        Collection<Opinion> made = ImportRecord.untouched(
                        records, opinions::findByIds, Opinion::getId, Opinion::getVersion)
                .values();
        made.forEach(opinions::delete);
        return made.stream().map(opinion -> opinion.getTask().getId()).toList();
    }

    @Override
    protected AuditAction imported() {
        return OpinionAction.OPINIONS_IMPORTED;
    }

    @Override
    protected AuditAction undone() {
        return OpinionAction.OPINIONS_IMPORT_UNDONE;
    }
}
