package org.orglife.campaign;

import org.orglife.excel.ExcelRecord;
import org.orglife.organisation.OrgUnit;

/** A row of a sheet, as it is written, and the branch that it names. */
public interface BranchRow {

    ExcelRecord record();

    OrgUnit branch();
}
