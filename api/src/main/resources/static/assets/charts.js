// Draws the charts of a page. The data stand in the page as JSON; without this script the tables say the same.
"use strict";

const COLOURS = { best: "#1f6b52", good: "#5c9f7d", fair: "#c99a2e", worst: "#b5523b", none: "#9aa3ab" };
const INK = "#23303a";
const QUIET = "#5d6b76";
const LINE = "#e3e7ea";
const FONT = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", sans-serif';

const base = {
  animation: false,
  textStyle: { fontFamily: FONT, color: INK, fontSize: 13 },
  // Drawn on the canvas: the page allows no inline styles.
  tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
};
const valueAxis = { type: "value", axisLabel: { color: QUIET }, splitLine: { lineStyle: { color: LINE } } };
const nameAxis = (names) => ({
  type: "category",
  data: names,
  inverse: true,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: LINE } },
  axisLabel: { color: INK, interval: 0, width: 150, overflow: "truncate" },
});

const draw = {
  ranking: ({ bars }) => ({
    height: bars.length * 22 + 50,
    option: {
      ...base,
      grid: { left: 8, right: 84, top: 4, bottom: 4, containLabel: true },
      xAxis: { ...valueAxis, min: 0 },
      yAxis: nameAxis(bars.map((bar) => (bar.rank ? bar.rank + "  " + bar.name : bar.name))),
      series: [{
        type: "bar",
        name: "得分",
        barWidth: 13,
        data: bars.map((bar) => ({ value: bar.score, itemStyle: { color: COLOURS[bar.colour], borderRadius: [0, 3, 3, 0] } })),
        label: {
          show: true,
          position: "right",
          color: INK,
          formatter: ({ dataIndex }) =>
            bars[dataIndex].score === null ? "" : bars[dataIndex].score.toFixed(2) + "  " + bars[dataIndex].grade,
        },
      }],
    },
  }),
  composition: ({ parts }) => ({
    height: parts.length * 38 + 70,
    option: {
      ...base,
      legend: { data: ["得到", "未得到"], right: 0, top: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: QUIET } },
      grid: { left: 8, right: 92, top: 34, bottom: 4, containLabel: true },
      xAxis: { ...valueAxis, min: 0 },
      yAxis: nameAxis(parts.map((part) => part.name)),
      series: [
        { type: "bar", name: "得到", stack: "points", barWidth: 18, data: parts.map((part) => round(part.got)), itemStyle: { color: "#2f6f8f" } },
        {
          type: "bar",
          name: "未得到",
          stack: "points",
          data: parts.map((part) => round(Math.max(0, part.possible - part.got))),
          itemStyle: { color: "#dde5ea" },
          label: {
            show: true,
            position: "right",
            color: INK,
            formatter: ({ dataIndex }) =>
              parts[dataIndex].possible === 0
                ? signed(parts[dataIndex].got)
                : parts[dataIndex].got.toFixed(2) + " / " + round(parts[dataIndex].possible),
          },
        },
      ],
    },
  }),
  development: (data) => ({
    height: 260,
    option: {
      ...base,
      grid: { left: 8, right: 24, top: 30, bottom: 4, containLabel: true },
      xAxis: { type: "category", data: data.points.map((point) => point.period), axisLabel: { color: QUIET }, axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false } },
      yAxis: { ...valueAxis, min: 0 },
      series: [{
        type: "line",
        name: "得分",
        data: data.points.map((point) => point.score),
        symbolSize: 8,
        lineStyle: { color: "#2f6f8f", width: 2 },
        itemStyle: { color: "#2f6f8f" },
        label: { show: data.points.length <= 12, position: "top", color: INK, formatter: ({ value }) => (value === null ? "" : value.toFixed(2)) },
      }],
    },
  }),
};

function round(value) {
  return Math.round(value * 100) / 100;
}

function signed(value) {
  return (value > 0 ? "+" : "") + round(value);
}

for (const place of document.querySelectorAll("[data-chart]")) {
  const data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  const { height, option } = draw[data.kind](data);
  place.style.height = height + "px";
  const chart = echarts.init(place);
  chart.setOption(option);
  window.addEventListener("resize", () => chart.resize());
  window.addEventListener("beforeprint", () => chart.resize());
}
