package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The agenda before the meeting: proposed, moved about, settled, printed. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class AgendaPageTests {

    @Autowired
    private AgendaPlanning planning;

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private Pages pages;

    private Meeting meeting;
    private String address;

    @BeforeEach
    void aMeeting() {
        meeting = meetings.scheduled(7, false);
        address = meeting.address() + "/agenda";
    }

    private List<AgendaPlanning.Line> lines() {
        return planning.lines(meetings.task(meeting));
    }

    private List<AgendaType> types() {
        return lines().stream().map(AgendaPlanning.Line::type).toList();
    }

    /** The fields as the page shows them, some of them with another value. */
    private String[] fields(String... differing) {
        List<String> fields = new ArrayList<>();
        List<AgendaPlanning.Line> lines = lines();
        for (int at = 0; at < lines.size(); at++) {
            AgendaPlanning.Line line = lines.get(at);
            String name = "lines[" + at + "].";
            fields.addAll(List.of(name + "id", line.id() == null ? "" : String.valueOf(line.id())));
            fields.addAll(List.of(name + "type", line.type().name()));
            fields.addAll(List.of(name + "title", line.details().title()));
        }
        fields.addAll(List.of("version", hidden(pages.get(meeting.secretary(), address), "version")));
        for (int at = 0; at < differing.length; at += 2) {
            int known = fields.indexOf(differing[at]);
            if (known < 0) {
                fields.addAll(Arrays.asList(differing).subList(at, at + 2));
            } else {
                fields.set(known + 1, differing[at + 1]);
            }
        }
        return fields.toArray(new String[0]);
    }

    private MvcTestResult save(String... differing) {
        return pages.post(meeting.secretary(), address, fields(differing));
    }

    @Test
    @DisplayName("the proposal is settled with people and minutes; everybody reads it, and when it will be over")
    void proposedAndSettled() {
        assertThat(words(pages.get(meeting.secretary(), meeting.address()))).contains("议程", "书记总结讲话", "改议程");
        assertThat(redirect(save(
                        "lines[0].person", "于光燕", "lines[0].minutes", "１５", "lines[1].minutes", "40", "act", "save")))
                .isEqualTo(address);
        assertThat(lines().get(0).details()).isEqualTo(new AgendaDetails("通报上次整改情况和会前准备情况", "于光燕", 15));
        assertThat(words(pages.get(meeting.secretary(), address))).contains("共 55 分钟", "预计 15:25 结束", "必须");
        assertThat(words(pages.get(meeting.recorder(), address)))
                .contains("于光燕", "15分钟", "预计 15:25 结束")
                .doesNotContain("保存议程");
        assertThat(words(pages.get(meeting.office(), address))).contains("书记总结讲话");
        assertThat(pages.post(meeting.recorder(), address, fields())).hasStatus(403);
        assertThat(words(pages.get(meeting.recorder(), address + "/print")))
                .contains("2023年度专题组织生活会议程", "呼吸内科会议室", "本支部全体党员", "15分钟");
    }

    @Test
    @DisplayName("rows are moved, added and dropped by buttons that send the form; nothing is kept until it is saved")
    void movedWithoutScript() {
        MvcTestResult moved = pages.post(
                meeting.secretary(),
                address,
                fields("act", "down-0", "lines[0].person", "梁梦清", "lines[1].minutes", "3O"));
        assertThat(moved).hasStatusOk();
        assertThat(body(moved).replaceAll("\\s+", " "))
                .contains("name=\"lines[1].person\" value=\"梁梦清\"", "name=\"lines[0].minutes\" value=\"3O\"");
        assertThat(words(moved)).contains("改动还没有保存");
        MvcTestResult added = pages.post(meeting.secretary(), address, fields("act", "add-VOTE"));
        assertThat(words(added)).contains("表决事项", "删除");
        assertThat(types()).doesNotContain(AgendaType.VOTE);
        List<String> turned = new ArrayList<>(List.of(fields()));
        int last = lines().size();
        turned.addAll(List.of("lines[" + last + "].type", "VOTE", "lines[" + last + "].title", "通过整改方案"));
        assertThat(redirect(pages.post(meeting.secretary(), address, turned.toArray(new String[0]))))
                .isEqualTo(address);
        assertThat(types()).endsWith(AgendaType.CLOSING, AgendaType.VOTE);
        String[] up = fields("act", "drop-" + last);
        assertThat(words(pages.post(meeting.secretary(), address, up))).doesNotContain("通过整改方案");
    }

    @Test
    @DisplayName("what is wrong is said beside its field, and everything typed comes back")
    void wrongComesBack() {
        MvcTestResult wrong = save(
                "lines[0].title", "", "lines[0].person", "党小组长", "lines[1].minutes", "半小时", "lines[1].struck", "true");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("有 3 处要改", "请写这项议程的名称", "用时请写 1 到 480 之间的整数", "这一项必须进行，不进行请写明理由");
        assertThat(body(wrong)).contains("value=\"党小组长\"", "value=\"半小时\"");
    }

    @Test
    @DisplayName("what must be dealt with is struck for a reason; without the round it is no such meeting")
    void struckForAReason() {
        int round = types().indexOf(AgendaType.CRITICISM_ROUND);
        save("lines[" + round + "].struck", "true", "lines[" + round + "].reason", "先开党小组会");
        assertThat(lines().get(round).struckReason()).isEqualTo("先开党小组会");
        assertThat(words(pages.get(meeting.secretary(), address))).contains("没有批评与自我批评，这次会不能算组织生活会");
        assertThat(words(pages.get(meeting.recorder(), address))).contains("不进行：先开党小组会");
        assertThat(words(pages.get(meeting.recorder(), address + "/print"))).doesNotContain("逐人对照检查");
        save();
        assertThat(lines().get(round).struck()).isFalse();
    }

    @Test
    @DisplayName(
            "an agenda that somebody else has saved meanwhile is shown beside one's own; saving again takes one's own")
    void savedByTwo() {
        String[] mine = fields("lines[0].person", "康国斌");
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        save("lines[0].person", "梁梦清");
        MvcTestResult stale = pages.post(meeting.secretary(), address, mine);
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("您打开以后，别人保存了议程", "梁梦清");
        assertThat(body(stale)).contains("value=\"康国斌\"");
        int version = List.of(mine).indexOf("version");
        mine[version + 1] = hidden(stale, "version");
        assertThat(redirect(pages.post(meeting.secretary(), address, mine))).isEqualTo(address);
        assertThat(lines().get(0).details().person()).isEqualTo("康国斌");
    }

    @Test
    @DisplayName("once the meeting has begun the agenda is read here and changed at the console")
    void begun() {
        meetings.begin(meeting);
        assertThat(words(pages.get(meeting.secretary(), address)))
                .contains("会议已经开始", "进入会议进行台")
                .doesNotContain("保存议程");
        assertThat(words(pages.post(meeting.secretary(), address, "lines[0].type", "STUDY", "lines[0].title", "学习")))
                .contains("会议已经开始。请在会议进行台上调整议程");
    }
}
