package org.orglife.home;

import java.util.List;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.NoticeQuestions;
import org.orglife.campaign.NoticeReceipts;
import org.orglife.campaign.UnreadNotice;
import org.orglife.imports.ImportBatch;
import org.orglife.imports.ImportService;
import org.orglife.imports.ImportVerdict;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.stereotype.Component;

/** Notices, drafts of campaigns, workbooks to import. */
@Component
class CampaignToDos implements ToDoSource {

    private final CampaignQuery campaigns;
    private final NoticeReceipts receipts;
    private final NoticeQuestions questions;
    private final ImportService imports;

    CampaignToDos(CampaignQuery campaigns, NoticeReceipts receipts, NoticeQuestions questions, ImportService imports) {
        this.campaigns = campaigns;
        this.receipts = receipts;
        this.questions = questions;
        this.imports = imports;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        if (scope.role().leadsBranch()) {
            receipts.unread(scope).forEach(notice -> all.add(unread(notice)));
        }
        if (scope.role() == Role.PARTY_OFFICE) {
            questions.waiting(scope).forEach(waiting -> all.add(questions(waiting)));
            campaigns.list(scope).stream().filter(row -> row.state().isDraft()).forEach(row -> all.add(draft(row)));
        }
        imports.latest(actor).stream().filter(ImportBatch::isOpen).forEach(batch -> all.add(waiting(batch)));
    }

    private static ToDo unread(UnreadNotice notice) {
        return new ToDo(
                ToDoKind.READ_NOTICE,
                null,
                List.of(notice.campaign(), String.valueOf(notice.parts())),
                "/campaigns/" + notice.campaignId() + "/notice");
    }

    private static ToDo questions(NoticeQuestions.Waiting waiting) {
        return new ToDo(
                ToDoKind.ANSWER,
                null,
                List.of(waiting.campaign(), String.valueOf(waiting.questions())),
                "/campaigns/" + waiting.campaignId() + "/notice#questions");
    }

    private static ToDo draft(CampaignRow row) {
        return new ToDo(ToDoKind.ISSUE, null, List.of(row.title()), "/campaigns/" + row.id() + "/edit");
    }

    private static ToDo waiting(ImportBatch batch) {
        ToDoKind kind = batch.getVerdict() == ImportVerdict.READY ? ToDoKind.IMPORT : ToDoKind.IMPORT_CORRECT;
        return new ToDo(kind, null, List.of(batch.getFileName()), "/imports/" + batch.getId());
    }
}
