package org.orglife.excel;

import javax.xml.stream.XMLStreamReader;

/** Counts the shared strings: the reading library would go on for ever after one that is not there. */
final class StringsScan implements PartVisitor {

    private int count;
    private int length;

    @Override
    public void start(String element, XMLStreamReader xml) {
        if (element.equals("si")) {
            count++;
            length = 0;
        }
    }

    @Override
    public void text(XMLStreamReader xml) {
        length += xml.getTextLength();
        if (length > SheetScan.LONGEST_TEXT) {
            throw new UnreadableWorkbookException("excel.file.damaged");
        }
    }

    int count() {
        return count;
    }
}
