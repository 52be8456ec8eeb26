// Runs inside the page: null when the page cannot be moved sideways, else the elements that stick out.
const root = document.scrollingElement;
const room = document.documentElement.clientWidth;
if (root.scrollWidth <= room) return null;
const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
const out = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > room + 1 && !scrolls(e));
return `${root.scrollWidth} in ${room}: ${out.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' … ')}`;
