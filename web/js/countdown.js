// <t-countdown>: a chip with the time left. The texts come from <body>; the first state from the server.
import { now, tick } from './clock.js';

const SECOND = 1e6, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const texts = document.body.dataset;
const fill = (text, n) => text?.replace('{n}', n);

/** The text for so many microseconds, rounded down; late is never less than one minute. */
function words(left) {
  const late = left < 0, span = Math.abs(left);
  if (late) {
    if (span < HOUR) return fill(texts.lateMinute, Math.max(1, Math.floor(span / MINUTE)));
    return span < 2 * DAY ? fill(texts.lateHour, Math.floor(span / HOUR)) : fill(texts.lateDay, Math.floor(span / DAY));
  }
  if (span < 2 * MINUTE) return fill(texts.leftSecond, Math.floor(span / SECOND));
  if (span < HOUR) return fill(texts.leftMinute, Math.floor(span / MINUTE));
  return span < 2 * DAY ? fill(texts.leftHour, Math.floor(span / HOUR)) : fill(texts.leftDay, Math.floor(span / DAY));
}

class Countdown extends HTMLElement {
  #stop;
  #late;
  connectedCallback() {
    this.#stop = tick(() => this.#show());
    this.#show();
  }
  disconnectedCallback() { this.#stop(); }

  #show() {
    const left = +this.dataset.due - now(), late = left < 0, time = this.querySelector('time');
    const text = words(left);
    if (!time || Number.isNaN(left) || !text) return;
    if (time.textContent !== text) time.textContent = text;
    const tone = late || left < 15 * MINUTE ? 'bad' : left < HOUR ? 'warn' : 'plain';
    if (this.dataset.tone !== tone) this.dataset.tone = tone;
    this.classList.toggle('solid', late);
    this.#pie(left);
    // Countdowns are not announced; crossing into late is, once.
    const say = late && this.#late === false && this.#words();
    if (say) document.getElementById('alert')?.replaceChildren(say);
    this.#late = late;
  }

  /** What is said when it becomes late: its own words, or those of its list with the name of the row. */
  #words() {
    const who = this.closest('.convo-row')?.querySelector('.who')?.textContent;
    return this.dataset.say ?? (who && this.closest('[data-late]')?.dataset.late.replace('{who}', () => who));
  }

  #pie(left) {
    if (!this.dataset.span) return;
    const part = Math.max(0, Math.min(1, left / +this.dataset.span)), wanted = `left-${Math.round(part * 20) * 5}`;
    if (this.classList.contains(wanted)) return;
    this.classList.remove(...[...this.classList].filter(c => /^left-\d+$/.test(c)));
    this.classList.add(wanted);
  }
}
customElements.define('t-countdown', Countdown);
