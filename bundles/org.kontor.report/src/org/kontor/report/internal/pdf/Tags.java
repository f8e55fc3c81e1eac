package org.kontor.report.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What each part of a page is, for those who have it read to them (ISO 32000-1, 14.7 and 14.8). */
final class Tags {
    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement top = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    /** For each page, by its number, the elements of its marks in order. */
    private final Map<Integer, List<PDStructureElement>> marks = new TreeMap<>();

    Tags(PDDocument document, String language) {
        this.document = document;
        root.appendKid(top);
        document.getDocumentCatalog().setLanguage(language);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
    }

    /** An element within another; within the whole where {@code parent} is the top. */
    PDStructureElement element(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    PDStructureElement top() {
        return top;
    }

    /** Puts what is drawn next under an element; the number is that of its mark on the page. */
    int mark(PDPage page, PDStructureElement element) {
        int number = document.getPages().indexOf(page);
        page.setStructParents(number);
        List<PDStructureElement> ofPage = marks.computeIfAbsent(number, n -> new ArrayList<>());
        ofPage.add(element);
        element.setPage(page);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.getPDFName("Pg"), page);
        reference.setInt(COSName.getPDFName("MCID"), ofPage.size() - 1);
        COSArray kids = kids(element);
        kids.add(reference);
        return ofPage.size() - 1;
    }

    private static COSArray kids(PDStructureElement element) {
        if (element.getCOSObject().getDictionaryObject(COSName.K) instanceof COSArray found) {
            return found;
        }
        COSArray kids = new COSArray();
        element.getCOSObject().setItem(COSName.K, kids);
        return kids;
    }

    /** Writes down where each mark belongs; the last step. */
    void finish() {
        COSArray numbers = new COSArray();
        marks.forEach((page, elements) -> {
            COSArray of = new COSArray();
            elements.forEach(e -> of.add(e.getCOSObject()));
            numbers.add(COSInteger.get(page));
            numbers.add(of);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.getPDFName("Nums"), numbers);
        root.getCOSObject().setItem(COSName.getPDFName("ParentTree"), tree);
        root.setParentTreeNextKey(marks.size());
    }
}
