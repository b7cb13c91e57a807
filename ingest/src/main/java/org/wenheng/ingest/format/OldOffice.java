package org.wenheng.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens a compound file (MS-CFB): a workbook of Excel 97 to 2003, or the shell around one that has a password. */
final class OldOffice {
    private OldOffice() {}

    /** @throws UnreadableException if it has a password, is older, or is another program's document */
    static List<Sheet> read(String file, byte[] bytes) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(FaultCode.FILE_ENCRYPTED, file, "");
            }
            for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
                if (root.hasEntry(name)) {
                    try (InputStream workbook = root.createDocumentInputStream(name)) {
                        return XlsFile.read(file, workbook);
                    }
                }
            }
            if (root.hasEntry(InternalWorkbook.OLD_WORKBOOK_DIR_ENTRY_NAME)) {
                throw new UnreadableException(FaultCode.FILE_OLD_WORKBOOK, file, "");
            }
            throw new UnreadableException(
                    FaultCode.FILE_KIND_UNREADABLE,
                    file,
                    root.hasEntryCaseInsensitive("WordDocument") ? "Word" : "Office");
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(FaultCode.FILE_ENCRYPTED, file, "");
        } catch (OldExcelFormatException e) {
            throw new UnreadableException(FaultCode.FILE_OLD_WORKBOOK, file, "");
        }
    }
}
