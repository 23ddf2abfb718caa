// Numbers, ticks and scales of the charts.

/** Three significant digits, and no decimals where they say nothing. */
function number(value) {
  const size = Math.abs(value);
  if (size > 0 && size < 0.001) return value < 0 ? "-<0.001" : "<0.001";
  const decimals = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
const tick = value => value.toLocaleString("en", { maximumFractionDigits: 6 });
const interval = p => (p.length < 3 ? "" : `[${number(p[2])}\u2013${number(p[3])}]`);

function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = step / power;
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

function linearTicks(low, high, count) {
  const step = roundStep((high - low) / count);
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

function logTicks(low, high) {
  const digits = high / low > 1000 ? [1] : [1, 2, 5];
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const digit of digits) {
      const value = Number((digit * 10 ** power).toPrecision(12));
      if (value >= low && value <= high) ticks.push(value);
    }
  }
  return ticks;
}

const linear = (low, high, from, to) => value => from + ((value - low) / (high - low || 1)) * (to - from);
const log = (low, high, from, to) => {
  const scale = linear(Math.log(low), Math.log(high), from, to);
  return value => scale(Math.log(Math.max(value, low)));
};
