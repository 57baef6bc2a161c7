package org.orglife.campaign;

import java.util.Map;
import java.util.Optional;
import org.orglife.imports.ImportQuestion;
import org.orglife.imports.SheetImport;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Takes a sheet of the workbook whose contents go into one campaign. All its sheets stand in one template, may be brought
 * by the same people and ask for the campaign, which is asked once.
 */
public abstract class CampaignSheetImport implements SheetImport {

    private final ImportCampaign campaign;

    protected CampaignSheetImport(ImportCampaign campaign) {
        this.campaign = campaign;
    }

    @Override
    public final String templateName() {
        return "ledger";
    }

    @Override
    public final boolean isOpenTo(Role role) {
        return role == Role.PARTY_OFFICE || role.leadsBranch();
    }

    @Override
    public final Optional<ImportQuestion> question(Map<String, String> choices, String fileName, BranchScope scope) {
        return campaign.question(choices, fileName, scope);
    }
}
