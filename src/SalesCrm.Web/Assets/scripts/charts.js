// Draws each chart from the table behind it. Heads: data-series="actual|forecast|shortfall|line|target"; cells: data-value.
// Tooltips are rich text: the HTML ones write style attributes, which the content security policy refuses.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const probe = document.body.appendChild(document.createElement('i'));
probe.hidden = true;
const token = (name) => {
  probe.style.color = `var(--sc-${name})`;
  return getComputedStyle(probe).color;
};

const read = (table) => ({
  series: [...table.tHead.rows[0].cells].flatMap((cell, index) => (cell.dataset.series ? [{ index, kind: cell.dataset.series, name: cell.textContent.trim() }] : [])),
  rows: [...table.tBodies[0].rows].map((row) => ({
    name: row.cells[0].textContent.trim(),
    link: row.querySelector('th a[href], td a[href]')?.href,
    values: [...row.cells].map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
  })),
});

const writers = {
  percent: (value) => `${(value * 100).toFixed(1)}%`,
  money: (value) => value.toLocaleString('en-US', { maximumFractionDigits: 0 }),
  number: (value) => value.toLocaleString('en-US', { maximumFractionDigits: 1 }),
};

function looks(kind, bars, write) {
  const label = (extra) => ({ show: true, formatter: ({ value }) => (value ? write(value) : ''), ...extra });
  const solid = { barMaxWidth: 26, label: label({ position: 'inside', color: '#fff' }) };
  switch (kind) {
    case 'actual':
      return { type: 'bar', stack: 'all', ...solid, itemStyle: { color: token('accent-fill') } };
    case 'shortfall':
      return { type: 'bar', stack: 'all', ...solid, itemStyle: { color: token('bad-fill') } };
    case 'forecast':
      return {
        type: 'bar', stack: 'all', barMaxWidth: 26,
        itemStyle: { color: token('accent-mid'), decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: token('accent-text') } },
        label: label({ position: 'insideTop', color: token('ink'), backgroundColor: token('surface'), padding: [1, 4], borderRadius: 3 }),
      };
    case 'target':
      return { type: 'line', step: bars ? 'middle' : false, symbol: 'none', lineStyle: { color: token('ink'), type: [5, 4], width: 1.5 }, itemStyle: { color: token('ink') } };
    default:
      return {
        type: 'line', symbol: 'circle', symbolSize: 8, lineStyle: { color: token('accent-text'), width: 2 }, itemStyle: { color: token('accent-text') },
        label: label({ position: 'bottom', distance: 8, color: token('ink'), fontWeight: 600 }),
      };
  }
}

/* On a phone the legend wraps, and the drawing begins below its last line. */
const pen = document.createElement('canvas').getContext('2d');
function legendLines(names, width) {
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  let [lines, end] = [1, 0];
  for (const name of names) {
    const wide = 14 + 5 + pen.measureText(name).width + 16;
    if (end > 0 && end + wide > width) [lines, end] = [lines + 1, 0];
    end += wide;
  }
  return lines;
}

function option(figure, { series, rows }, width) {
  const write = writers[figure.dataset.format] ?? writers.number;
  const bars = series.some(({ kind }) => ['actual', 'forecast', 'shortfall'].includes(kind));
  const line = token('line');
  const strong = token('line-strong');
  const muted = token('muted');
  const ink = token('ink');
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: muted },
    grid: { left: 4, right: 12, top: 16 + 20 * legendLines(series.map(({ name }) => name), width), bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: token('surface'), borderColor: strong, textStyle: { color: ink, fontSize: 12 }, valueFormatter: (value) => (value == null ? '–' : write(value)) },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, itemGap: 16, textStyle: { color: ink }, show: series.length > 1 },
    xAxis: { type: 'category', data: rows.map(({ name }) => name), axisTick: { show: false }, axisLine: { lineStyle: { color: strong } }, axisLabel: { color: muted, hideOverlap: true } },
    yAxis: { type: 'value', scale: !bars, splitNumber: 4, splitLine: { lineStyle: { color: line } }, axisLabel: { color: muted, formatter: write } },
    series: series.map(({ index, kind, name }) => ({ name, data: rows.map(({ values }) => values[index]), ...looks(kind, bars, write) })),
  };
}

function save(chart, name) {
  const image = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: token('surface'), excludeComponents: ['tooltip'] });
  const link = Object.assign(document.createElement('a'), { href: image, download: `${name}.png` });
  link.click();
}

const drawn = new Map();

function draw(figure) {
  const box = figure.querySelector('[data-chart]');
  const table = figure.querySelector('table');
  if (!box || !table || drawn.has(figure)) return;
  const data = read(table);
  const chart = init(box, null, { renderer: 'canvas' });
  const paint = () => chart.setOption(option(figure, data, box.clientWidth), true);
  paint();
  drawn.set(figure, { chart, paint });
  figure.classList.add('drawn');
  if (data.rows.some(({ link }) => link)) {
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!chart.containPixel('grid', [offsetX, offsetY])) return;
      const row = data.rows[chart.convertFromPixel({ xAxisIndex: 0 }, offsetX)];
      if (row?.link) location.href = row.link;
    });
    chart.getZr().on('mousemove', ({ offsetX, offsetY }) => chart.getZr().setCursorStyle(chart.containPixel('grid', [offsetX, offsetY]) ? 'pointer' : 'default'));
  }
  figure.querySelector('[data-chart-save]')?.addEventListener('click', () => save(chart, figure.querySelector('.card-title').textContent.trim()));
  new ResizeObserver(() => {
    chart.resize();
    paint();
  }).observe(box);
}

const all = (root) => root.querySelectorAll?.('.chart-card').forEach(draw);
const repaint = () => {
  for (const [figure, { chart, paint }] of drawn) {
    if (figure.isConnected) {
      paint();
    } else {
      chart.dispose();
      drawn.delete(figure);
    }
  }
};

all(document);
document.addEventListener('htmx:load', ({ target }) => all(target.parentElement ?? target));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
