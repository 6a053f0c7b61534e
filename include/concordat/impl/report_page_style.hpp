// SPDX-License-Identifier: Apache-2.0
// How a page looks: one column of text, figures no wider than can be read, tables that scroll by themselves on a small
// screen, and a print that shows what is folded. Colours are those of the drawings, all at least 4.5:1. Internal.
#pragma once

#include <string_view>

namespace concordat::detail::page {

inline constexpr std::string_view stylesheet = R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;color:#111;background:#fff}
body{margin:0 auto;padding:0 1rem 4rem;max-width:64rem;overflow-wrap:break-word}
header{padding:2rem 0 .5rem;border-bottom:4px solid #0b5394}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid #666}
h3{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h4,h5{font-size:1.05rem;line-height:1.35;margin:1.25rem 0 .4rem}
p,ul,ol,dl{max-width:46rem;margin:.6rem 0}
li{margin:.2rem 0}
dt{font-weight:600;margin-top:.7rem}
dd{margin:0 0 0 1.25rem}
a{color:#0b5394}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #a83800;outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
.sub{color:#595959;margin:.1rem 0 .6rem}
blockquote{margin:1rem 0;padding:.2rem 0 .2rem 1rem;border-left:4px solid #0b5394}
blockquote p{font-size:1.25rem;line-height:1.4}
.caution{border:2px solid #735300;background:#fbf1d9;padding:.7rem 1rem;max-width:46rem}
.caution p{margin:.3rem 0}
.short{border:2px solid #0b5394;background:#e6f0f9;padding:.3rem 1rem 1rem}
.short dd{font-size:1.1rem}
nav h2{font-size:1.1rem;border:0;margin:1.5rem 0 .3rem;padding:0}
nav ol{columns:18rem;margin:0;padding-left:1.6rem}
figure{margin:1.5rem 0;padding:0}
figcaption h3,figcaption h4,figcaption h5{margin:.2rem 0}
.drawing svg{display:block;width:100%;max-width:40rem;height:auto}
.scroll{overflow-x:auto;max-width:100%}
.wide svg{display:block;max-width:none}
table{border-collapse:collapse;font-size:.9rem;line-height:1.35;margin:.75rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .7rem .25rem 0;border-bottom:1px solid #767676;font-weight:400}
td{min-width:3rem}
thead th{font-weight:600;border-bottom:2px solid #111;vertical-align:bottom}
tbody th{font-weight:600}
.n,.w1 td,.w1 th:nth-child(n+2),.w2 tr>:nth-child(n+3),.w3 tr>:nth-child(n+4),.w4 tr>:nth-child(n+5){text-align:right}
.notes{font-size:.9rem;color:#404040;padding-left:1.2rem}
details{margin:.5rem 0;max-width:100%}
summary{cursor:pointer;color:#0b5394;text-decoration:underline;padding:.35rem 0}
footer{margin-top:3rem;border-top:4px solid #0b5394;padding-top:.5rem}
code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
@media print{
@page{size:A4;margin:15mm}
html{font-size:10pt}
body{max-width:none;padding:0}
nav,.skip{display:none}
h2{break-after:avoid}h3,h4,h5,figcaption,summary{break-after:avoid}
figure,tr{break-inside:avoid}
figure:has(details){break-inside:auto}
.drawing,.wide svg{break-inside:avoid}
.scroll{overflow:visible}
.wide svg{max-width:100%;height:auto}
table{font-size:8pt}
details::details-content{content-visibility:visible;display:block;block-size:auto}
summary{color:#111;text-decoration:none;list-style:none}
a{color:#111}
}
)css";

}  // namespace concordat::detail::page
