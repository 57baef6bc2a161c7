package org.orglife.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a package is what: the workbook, its sheets by name, strings and styles. Whatever could be understood in
 * two ways is refused, so that the library that reads the sheets afterwards cannot arrive at another part.
 */
final class WorkbookLayout {

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKBOOK = TYPES + "sheet.main+xml";
    private static final String STRINGS = TYPES + "sharedStrings+xml";
    private static final String STYLES = TYPES + "styles+xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private final Map<String, String> partsByType = new HashMap<>();
    private final Map<String, String> partsById = new HashMap<>();
    private final List<SheetPart> sheets = new ArrayList<>();
    private boolean date1904;

    /** A sheet as the workbook lists it. */
    record SheetPart(String name, boolean hidden, String part) {}

    private WorkbookLayout() {}

    static WorkbookLayout of(WorkbookPackage parts, ReadLimits limits) throws IOException, XMLStreamException {
        WorkbookLayout layout = new WorkbookLayout();
        parts.walk("[content_types].xml", layout.new ContentTypes());
        String workbook = layout.partsByType.getOrDefault(WORKBOOK, "xl/workbook.xml");
        int folder = workbook.lastIndexOf('/') + 1;
        String relations = workbook.substring(0, folder) + "_rels/" + workbook.substring(folder) + ".rels";
        layout.partsByType.values().forEach(WorkbookLayout::requireXml);
        requireXml(workbook);
        parts.walk(relations, layout.new Relations(workbook.substring(0, folder)));
        parts.walk(workbook, layout.new Sheets(limits.entries()));
        Set<String> present = Set.copyOf(parts.parts());
        if (!layout.sheets.stream().allMatch(sheet -> present.contains(sheet.part()))) {
            throw new UnreadableWorkbookException("excel.file.damaged");
        }
        return layout;
    }

    List<SheetPart> sheets() {
        return List.copyOf(sheets);
    }

    boolean date1904() {
        return date1904;
    }

    boolean hasStyles() {
        return partsByType.containsKey(STYLES);
    }

    @Nullable
    String strings() {
        return partsByType.get(STRINGS);
    }

    /** Parts under other names are not checked as XML, and no program names them so. */
    private static void requireXml(String part) {
        if (!WorkbookPackage.isXml(part)) {
            throw new UnreadableWorkbookException("excel.file.unusual");
        }
    }

    private static void once(@Nullable Object earlier) {
        if (earlier != null) {
            throw new UnreadableWorkbookException("excel.file.damaged");
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    private final class ContentTypes implements PartVisitor {

        @Override
        public void start(String element, XMLStreamReader xml) {
            String type = attribute(xml, "ContentType");
            if (type.contains("sheet.binary")) {
                throw new UnreadableWorkbookException("excel.file.not-xlsx");
            }
            if (type.contains("macroEnabled") || type.contains("vbaProject") || type.contains("macrosheet")) {
                throw new UnreadableWorkbookException("excel.file.macros");
            }
            boolean wanted = type.equals(WORKBOOK) || type.equals(STRINGS) || type.equals(STYLES);
            if (wanted && element.equals("Override")) {
                once(partsByType.put(type, WorkbookPackage.key(attribute(xml, "PartName"))));
            }
        }
    }

    private final class Relations implements PartVisitor {

        private final String folder;

        Relations(String folder) {
            this.folder = folder;
        }

        @Override
        public void start(String element, XMLStreamReader xml) {
            if (element.equals("Relationship")) {
                String target = attribute(xml, "Target");
                String part = target.startsWith("/") ? target : folder + target;
                once(partsById.put(attribute(xml, "Id"), WorkbookPackage.key(part)));
            }
        }
    }

    private final class Sheets implements PartVisitor {

        private final int most;

        Sheets(int most) {
            this.most = most;
        }

        @Override
        public void start(String element, XMLStreamReader xml) {
            if (STRICT.equals(xml.getNamespaceURI())) {
                throw new UnreadableWorkbookException("excel.file.unusual");
            }
            if (element.equals("workbookPr")) {
                String flag = attribute(xml, "date1904");
                date1904 = flag.equals("1") || flag.equalsIgnoreCase("true");
            } else if (element.equals("sheet")) {
                String id = xml.getAttributeValue(RELATIONSHIPS, "id");
                String part = id == null ? null : partsById.get(id);
                if (part == null || sheets.size() == most) {
                    throw new UnreadableWorkbookException("excel.file.damaged");
                }
                requireXml(part);
                boolean hidden = attribute(xml, "state").endsWith("idden");
                sheets.add(new SheetPart(attribute(xml, "name"), hidden, part));
            }
        }
    }
}
