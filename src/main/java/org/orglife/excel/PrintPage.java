package org.orglife.excel;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The paper every sheet is printed on: A4 landscape, one page wide, as many pages long as its rows need. */
final class PrintPage {

    private static final double CM = 1 / 2.54;
    private static final String FOOTER = "&9第 &P 页 共 &N 页";

    private PrintPage() {}

    static void setUp(SXSSFSheet sheet) {
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        sheet.setFitToPage(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 1.5 * CM);
        sheet.setMargin(PageMargin.RIGHT, 1.5 * CM);
        sheet.setMargin(PageMargin.TOP, 1.8 * CM);
        sheet.setMargin(PageMargin.BOTTOM, 1.8 * CM);
        sheet.setMargin(PageMargin.HEADER, 0.8 * CM);
        sheet.setMargin(PageMargin.FOOTER, 0.8 * CM);
        sheet.getFooter().setCenter(FOOTER);
    }
}
