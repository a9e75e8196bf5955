/** The whole stylesheet of an embed; inline, because the frame may not request anything. */
export const style = `:root{--paper:#fff;--ink:#1b1b1b;--soft:#5b5f66;--line:#dcdad3;--accent:#1f4e8c;--blue:#1f4e8c;--rust:#b5482f;--ochre:#8a6d1f;--teal:#1d7a6d;--violet:#6b4b94;--rose:#a3386c;--sky:#2f7ea8;--grey:#6f737a}
@media(prefers-color-scheme:dark){:root[data-theme=auto]{--paper:#17181a;--ink:#e9e7e2;--soft:#a9adb4;--line:#3a3d42;--accent:#8fb6ea;--blue:#84aee6;--rust:#ea8a70;--ochre:#d3b25c;--teal:#58bfae;--violet:#b79ade;--rose:#e58ab6;--sky:#74bfe2;--grey:#a4a8af}}
:root[data-theme=dark]{--paper:#17181a;--ink:#e9e7e2;--soft:#a9adb4;--line:#3a3d42;--accent:#8fb6ea;--blue:#84aee6;--rust:#ea8a70;--ochre:#d3b25c;--teal:#58bfae;--violet:#b79ade;--rose:#e58ab6;--sky:#74bfe2;--grey:#a4a8af}
*{box-sizing:border-box}
body{margin:0;padding:8px;background:var(--paper);color:var(--ink);font:14px/1.6 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;overflow-wrap:break-word}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));grid-gap:16px 32px}
figure{margin:0;max-width:560px}
.plot{display:block;width:100%;height:auto;color:inherit}
.halo{stroke:var(--paper)}
.h-blue{color:var(--blue)}.h-rust{color:var(--rust)}.h-ochre{color:var(--ochre)}.h-teal{color:var(--teal)}.h-violet{color:var(--violet)}.h-rose{color:var(--rose)}.h-sky{color:var(--sky)}.h-grey{color:var(--grey)}
h1{font-size:18px;line-height:1.4;margin:0 0 8px}
p{margin:8px 0;color:var(--soft)}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
details{margin-top:8px}
summary{cursor:pointer;color:var(--accent);padding:11px 0}
.disputed{display:inline-block;padding:0 4px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;max-width:560px;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:4px 0}
th,td{padding:5px 8px 5px 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
.num{text-align:right}
.off,thead th{color:var(--soft)}
small{word-break:break-all}
.badge{border:1px solid;border-radius:3px;padding:0 6px;font-size:12px;white-space:nowrap}`
