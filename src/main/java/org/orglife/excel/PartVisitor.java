package org.orglife.excel;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Sees the elements and texts of one XML part go by; refuses by throwing. */
interface PartVisitor {

    /** Asks nothing beyond what holds for every part. */
    PartVisitor ANY = new PartVisitor() {};

    default void start(String element, XMLStreamReader xml) throws XMLStreamException {}

    default void text(XMLStreamReader xml) throws XMLStreamException {}

    default void end(String element) {}
}
