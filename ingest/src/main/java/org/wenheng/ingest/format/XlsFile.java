package org.wenheng.ingest.format;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads the workbook stream of Excel 97 to 2003 (BIFF8, MS-XLS) record by record, so that a file that is too large is refused
 * before it fills the memory. A formula comes as its cached value.
 */
final class XlsFile implements HSSFListener {
    private final String file;
    private final Grid grid;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<CellFormat> formats = new ArrayList<>();
    private final Map<String, List<Sheet>> order = new HashMap<>();
    private @Nullable SSTRecord strings;
    private @Nullable FormulaRecord formula;
    private boolean since1904;
    private int depth;
    private int substreams;
    private boolean inSheet;

    private XlsFile(String file) {
        this.file = file;
        this.grid = new Grid(file);
    }

    /** @param workbook the workbook stream */
    static List<Sheet> read(String file, InputStream workbook) {
        XlsFile reading = new XlsFile(file);
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(reading);
        new HSSFEventFactory().processEvents(request, workbook);
        return reading.sheetsInOrder();
    }

    @Override
    public void processRecord(Record record) {
        if (record instanceof BOFRecord start) {
            begin(start);
        } else if (record instanceof EOFRecord) {
            end();
        } else if (depth == 1 && !inSheet) {
            global(record);
        } else if (depth == 1) {
            cell(record);
        }
    }

    /** The workbook's own part comes first, then one for each sheet; charts inside a sheet are nested in it. */
    private void begin(BOFRecord start) {
        depth++;
        if (depth > 1) {
            return;
        }
        inSheet = substreams > 0 && start.getType() != BOFRecord.TYPE_WORKBOOK;
        substreams++;
        if (inSheet) {
            BoundSheetRecord[] inStream = BoundSheetRecord.orderByBofPosition(bound);
            int place = substreams - 2;
            if (place >= inStream.length) {
                throw new UnreadableException(FaultCode.FILE_DAMAGED, file, "");
            }
            grid.begin(inStream[place].getSheetname(), inStream[place].isHidden() || inStream[place].isVeryHidden());
        }
    }

    private void end() {
        depth--;
        if (depth == 0 && inSheet) {
            grid.end();
            inSheet = false;
            formula = null;
        }
    }

    private void global(Record record) {
        if (record instanceof BoundSheetRecord sheet) {
            bound.add(sheet);
        } else if (record instanceof SSTRecord table) {
            strings = table;
        } else if (record instanceof DateWindow1904Record window) {
            since1904 = window.getWindowing() == 1;
        } else if (record instanceof FormatRecord format) {
            codes.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord format) {
            int id = format.getFormatIndex();
            if (formats.size() == Limits.FORMATS) {
                throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.FORMATS + " 种格式 / formats");
            }
            formats.add(CellFormat.of(id, codes.getOrDefault(id, "")));
        }
    }

    private void cell(Record record) {
        if (record instanceof NumberRecord number) {
            put(number, number(number.getValue(), number));
        } else if (record instanceof LabelSSTRecord label) {
            put(label, string(label.getSSTIndex()));
        } else if (record instanceof LabelRecord label) {
            grid.put(label.getRow() + 1, label.getColumn(), label.getValue());
        } else if (record instanceof BoolErrRecord fixed) {
            put(fixed, fixed.isBoolean() ? truth(fixed.getBooleanValue()) : error(fixed.getErrorValue()));
        } else if (record instanceof FormulaRecord calculated) {
            formula = calculated;
            calculated(calculated);
        } else if (record instanceof StringRecord text && formula != null) {
            put(formula, text.getString());
        } else if (record instanceof MergeCellsRecord blocks) {
            for (int i = 0; i < blocks.getNumAreas(); i++) {
                CellRangeAddress area = blocks.getAreaAt(i);
                grid.merge(area.getFirstRow() + 1, area.getFirstColumn(), area.getLastRow() + 1, area.getLastColumn());
            }
        }
    }

    private void calculated(FormulaRecord record) {
        CellType type = record.getCachedResultTypeEnum();
        if (type == CellType.NUMERIC) {
            put(record, number(record.getValue(), record));
        } else if (type == CellType.BOOLEAN) {
            put(record, truth(record.getCachedBooleanValue()));
        } else if (type == CellType.ERROR) {
            put(record, error(record.getCachedErrorValue()));
        }
    }

    private void put(CellRecord cell, String text) {
        grid.put(cell.getRow() + 1, cell.getColumn(), text);
    }

    private String number(double value, CellRecord cell) {
        int place = cell.getXFIndex();
        CellFormat format = place >= 0 && place < formats.size() ? formats.get(place) : CellFormat.NUMBER;
        return format.text(CellFormat.text(value), since1904);
    }

    private String string(int place) {
        if (strings == null || place < 0 || place >= strings.getNumUniqueStrings()) {
            throw new UnreadableException(FaultCode.FILE_DAMAGED, file, "");
        }
        return strings.getString(place).getString();
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A";
    }

    /** The sheets as their tabs stand, whatever their order in the stream. */
    private List<Sheet> sheetsInOrder() {
        for (Sheet sheet : grid.sheets()) {
            order.computeIfAbsent(sheet.name(), name -> new ArrayList<>()).add(sheet);
        }
        List<Sheet> sheets = new ArrayList<>();
        for (BoundSheetRecord record : bound) {
            List<Sheet> named = order.get(record.getSheetname());
            if (named != null && !named.isEmpty()) {
                sheets.add(named.remove(0));
            }
        }
        if (sheets.size() < grid.sheets().size()) {
            throw new UnreadableException(FaultCode.FILE_DAMAGED, file, "");
        }
        return sheets;
    }
}
