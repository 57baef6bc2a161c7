package org.orglife.excel;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * The parts of an uploaded package. Each is walked through once, unpacked for real and dropped at once, before a library
 * sees it: sizes, checksums, DOCTYPEs and nesting are known to be harmless afterwards. Uses the zip and XML parsers that
 * fastexcel uses, so that what was checked is what is read.
 */
final class WorkbookPackage implements Closeable {

    private static final int DEEPEST_NESTING = 256;

    /** As in POI: more than a hundredfold is a bomb, unless the part is small anyway. */
    private static final int MOST_INFLATION = 100;

    private static final long SMALL = 100L << 10;

    private final ZipFile zip;
    private final ReadLimits limits;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long unpacked;

    private WorkbookPackage(ZipFile zip, ReadLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static WorkbookPackage open(Path file, ReadLimits limits) throws IOException {
        FileCheck.requireZip(file, limits.entries());
        WorkbookPackage opened =
                new WorkbookPackage(ZipFile.builder().setPath(file).get(), limits);
        try {
            opened.zip.getEntries().asIterator().forEachRemaining(opened::add);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void add(ZipArchiveEntry entry) {
        String name = key(entry.getName());
        if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
            throw new UnreadableWorkbookException("excel.file.macros");
        }
        boolean known =
                entry.getMethod() == ZipMethod.STORED.getCode() || entry.getMethod() == ZipMethod.DEFLATED.getCode();
        if (!known || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableWorkbookException("excel.file.unusual");
        }
        if (entries.put(name, entry) != null) {
            throw new UnreadableWorkbookException("excel.file.duplicate-entries");
        }
    }

    /** Names of the parts, in small letters and without a leading slash: the package format does not tell case apart. */
    static String key(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        return plain.toLowerCase(Locale.ROOT);
    }

    List<String> parts() {
        return List.copyOf(entries.keySet());
    }

    /** Whether the part is certain to be checked as XML from its first to its last byte. */
    static boolean isXml(String part) {
        return part.endsWith(".xml") || part.endsWith(".rels");
    }

    /** Walks through one part to its end. */
    void walk(String part, PartVisitor visitor) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = entries.get(part);
        if (entry == null) {
            throw new UnreadableWorkbookException("excel.file.not-xlsx");
        }
        boolean xml = isXml(part);
        // Only a sheet is streamed; of everything else the libraries keep the whole.
        long most = visitor instanceof SheetScan || !xml ? limits.entryBytes() : limits.heldBytes();
        long inflation = Math.max(SMALL, MOST_INFLATION * Math.max(0, entry.getCompressedSize()));
        long limit = Math.min(Math.min(most, inflation), limits.uncompressedBytes() - unpacked);
        try (CheckedStream in = new CheckedStream(zip.getInputStream(entry), limit, xml)) {
            if (xml) {
                walk(in, visitor);
            } else {
                refuseDoctype(in);
            }
            unpacked += in.drain();
            if (in.checksum() != entry.getCrc()) {
                throw new UnreadableWorkbookException("excel.file.damaged");
            }
        }
    }

    private static void walk(InputStream in, PartVisitor visitor) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(in);
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new UnreadableWorkbookException("excel.file.doctype");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST_NESTING) {
                        throw new UnreadableWorkbookException("excel.file.damaged");
                    }
                    visitor.start(xml.getLocalName(), xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    visitor.end(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    visitor.text(xml);
                default -> {
                    // Comments and processing instructions carry nothing.
                }
            }
        }
        xml.close();
    }

    /** Drawings of old (.vml) are not well-formed XML, and a part may be XML under any name: the start tells. */
    private static void refuseDoctype(CheckedStream part) throws IOException {
        BufferedInputStream in = new BufferedInputStream(part);
        in.mark(64);
        boolean markup = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x21-\\x7E]", "")
                .startsWith("<");
        in.reset();
        if (!markup) {
            return;
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new UnreadableWorkbookException("excel.file.doctype");
                }
            }
        } catch (XMLStreamException e) {
            // Not XML after all; nothing will read it as such either.
            return;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
