package org.wenheng.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.format.CellRange;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
import org.wenheng.ingest.read.TableColumn.UnitSource;

class TableFinderTest {
    private static FoundTable find(Sheet sheet) {
        return TableFinder.find(sheet, UnitWords.standard()).orElseThrow();
    }

    @Test
    void titleMergedOverTheTableAndLabelsAreNoHeader() {
        FoundTable table = find(Grid.merged(
                List.of(new CellRange(1, 0, 1, 4), new CellRange(2, 0, 2, 1), new CellRange(2, 2, 2, 4)),
                "公共图书馆年报",
                "填报单位：公主岭市   报告期：2026年 | | 单位：万元",
                "机构名称 | 地址 | 经费 | 馆藏 | 人员",
                "甲馆 | 某街 | 12.5 | 1,234 | 3",
                "合 计 | | 12.5 | 1234 | 3",
                "",
                "注：经费为决算数。",
                "　　馆藏不含电子书。",
                "填表人：张三 | 审核人：李四 | 填表日期：2026-11-01"));

        assertThat(table.headerFirst()).isEqualTo(3);
        assertThat(table.preamble()).extracting(Line::row).containsExactly(1, 2);
        assertThat(table.labels("报告期")).extracting(Line.Label::value).containsExactly("2026年");
        assertThat(table.labels("填报单位")).extracting(Line.Label::value).containsExactly("公主岭市");
        assertThat(table.unit(UnitWords.standard())).contains(new RecognisedUnit("万元", UnitSource.UNIT_LINE, "C2"));
        assertThat(table.rows()).extracting(SheetRow::number).containsExactly(4, 5);
        assertThat(table.isTotal(table.rows().get(0))).isFalse();
        assertThat(table.isTotal(table.rows().get(1))).isTrue();
        assertThat(table.footers()).extracting(Line::row).containsExactly(7, 8, 9);
        assertThat(table.footers().get(2).labels()).extracting(Line.Label::name).contains("填表人", "审核人");
    }

    @Test
    void headerOfThreeRowsBecomesOneNameAColumnWithItsUnit() {
        FoundTable table = find(Grid.merged(
                List.of(new CellRange(1, 0, 2, 0), new CellRange(1, 1, 1, 2), new CellRange(1, 3, 2, 3)),
                "地区 | 经费 | | 到馆人次",
                " | 财政拨款 | 其他(万元) | ",
                "甲 | 1 | 2 | 3",
                " | 千元 | | 千人次",
                "某县 | 5 | 6 | 7"));

        assertThat(table.headerLast()).isEqualTo(4);
        assertThat(table.columns()).extracting(TableColumn::name).containsExactly("地区", "经费/财政拨款", "经费/其他", "到馆人次");
        assertThat(table.columns())
                .extracting(TableColumn::unit)
                .containsExactly(
                        null,
                        new RecognisedUnit("千元", UnitSource.UNIT_ROW, "B4"),
                        new RecognisedUnit("万元", UnitSource.HEADER, "C2"),
                        new RecognisedUnit("千人次", UnitSource.UNIT_ROW, "D4"));
        assertThat(table.rows()).extracting(SheetRow::number).containsExactly(5);
    }

    @Test
    void groupsOfColumnsInATextFileReachToTheNextGroup() {
        FoundTable table = find(Grid.sheet("| 2023年 | | 2024年 |", "地区 | 人口 | 面积 | 人口 | 面积", "甲县 | 1 | 2 | 3 | 4"));

        assertThat(table.headerFirst()).isEqualTo(1);
        assertThat(table.columns())
                .extracting(TableColumn::header)
                .containsExactly("地区", "2023年/人口", "2023年/面积", "2024年/人口", "2024年/面积");
        assertThat(table.duplicates()).isEmpty();
    }

    @Test
    void repeatedAndEmptyColumnsAreCounted() {
        FoundTable table = find(Grid.sheet("地区 | 人口 | 人口 | | ", "甲县 | 1 | 2 | | "));

        assertThat(table.columns()).hasSize(3);
        assertThat(table.emptyColumns()).isEqualTo(2);
        assertThat(table.duplicates()).containsOnlyKeys("人口");
    }

    @Test
    void lastRegionWithoutValuesIsNoNote() {
        FoundTable table = find(Grid.sheet("地区 | 2024年 | 2023年", "甲县 | 1 | 2", "注册县 | | ", "注：初步数"));

        assertThat(table.rows()).hasSize(2);
        assertThat(table.footers()).extracting(Line::text).containsExactly("注：初步数");
    }

    @Test
    void sheetWithoutAHeaderHasNoTable() {
        assertThat(TableFinder.find(Grid.sheet("说明", "请填写"), UnitWords.standard()))
                .isEmpty();
        assertThat(TableFinder.find(Grid.sheet("1 | 2", "3 | 4"), UnitWords.standard()))
                .isEmpty();
        assertThat(TableFinder.find(new Sheet("空", List.of()), UnitWords.standard()))
                .isEmpty();
    }

    @Test
    void ofALongSheetOnlyTheFirstAndTheLastRowsAreLookedAt() {
        AtomicInteger looked = new AtomicInteger();
        List<SheetRow> rows = new AbstractList<>() {
            @Override
            public SheetRow get(int index) {
                looked.incrementAndGet();
                return index == 0
                        ? new SheetRow(1, List.of("地区", "到馆人次"))
                        : new SheetRow(index + 1, List.of("县" + index, "5"));
            }

            @Override
            public int size() {
                return 500_000;
            }
        };
        FoundTable table = find(new Sheet("", rows));

        assertThat(table.body()).hasSize(499_999);
        assertThat(looked.get()).isLessThan(2_000);
        looked.set(0);
        assertThat(new Sheet("", rows).row(400_000).number()).isEqualTo(400_000);
        assertThat(looked.get()).isLessThan(5);
    }

    @Test
    void bracketsThatAreNoUnitStayInTheName() {
        UnitWords units = UnitWords.standard();

        assertThat(units.split("人口数(人口抽样调查)(人)")).isEqualTo(new UnitWords.Named("人口数(人口抽样调查)", "人"));
        assertThat(units.split("工资指数(上年=100)")).isEqualTo(new UnitWords.Named("工资指数(上年=100)", null));
        assertThat(units.split("总藏量（千册(件)）")).isEqualTo(new UnitWords.Named("总藏量", "千册(件)"));
        assertThat(units.split("经费（单位：万元）")).isEqualTo(new UnitWords.Named("经费", "万元"));
        assertThat(units.split("房价(元/平方米)")).isEqualTo(new UnitWords.Named("房价", "元/平方米"));
    }

    @Test
    void lineWithSeveralUnitsIsNoUnitThatCouldBeGuessed() {
        FoundTable table = find(Grid.sheet("单位：万元、人次", "地区 | 经费 | 到馆", "甲县 | 1 | 2"));

        assertThat(table.unit(UnitWords.standard())).contains(new RecognisedUnit("万元、人次", UnitSource.UNIT_LINE, "A1"));
    }
}
