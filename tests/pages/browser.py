# SPDX-License-Identifier: Apache-2.0
"""Pages in a headless Chromium: what axe-core says of them, whether they fit a telephone, and their print."""
import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile

AXE = "axe-core-4.10.2"
# Of the archive, as the registry states it: nothing else is put into a page under test.
AXE_SHA512 = "RE3mdQ7P3FRSe7eqCWoeQ/Z9QXrtniSjp1wUjt5nRC3WIpz5rSCve6o3fsZ2aCpJtrZjSZgjwXAoTO5k4tEI0w=="
WORK = pathlib.Path(os.environ["CONCORDAT_PAGES"])
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

ASK_AXE = """
<script>%s</script>
<script>
axe.run(document, {resultTypes: ["violations"]}).then(function (said) {
  const seen = said.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 300))}));
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  document.documentElement.innerHTML = '<head></head><body><pre id="said"></pre></body>';
  document.getElementById('said').textContent = JSON.stringify({violations: seen, overflow: wide,
      passes: said.passes.length, width: window.innerWidth, axe: axe.version});
});
</script>
"""


def axe():
    """The text of axe-core, fetched once."""
    archive = WORK / f"{AXE}.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", "--silent", AXE.replace("core-", "core@"), "--pack-destination", WORK],
                       check=True, stdout=subprocess.DEVNULL)
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != AXE_SHA512:
        raise SystemExit(f"{archive.name} is not the archive that was looked at: {digest}")
    with tarfile.open(archive) as packed:
        return packed.extractfile("package/axe.min.js").read().decode()


def chromium(*words):
    profile = WORK / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
               "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}"]
    done = subprocess.run([*command, *map(str, words)], capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        raise SystemExit(f"chromium ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def looked_at(page, width):
    """What axe says of the page `width` pixels wide. A page forbids scripts; the copy that is asked does not."""
    text, policies = POLICY.subn("", page.read_text(encoding="utf-8"))
    if policies != 1:
        raise SystemExit(f"{page} has {policies} security policies")
    asked = page.with_name("asked.html")
    asked.write_text(text.replace("</body>", ASK_AXE % axe() + "</body>"), encoding="utf-8")
    dumped = chromium(f"--window-size={width},900", "--virtual-time-budget=120000", "--dump-dom", asked.as_uri())
    said = re.search(r'<pre id="said">(.*?)</pre>', dumped, re.S)
    if said is None:
        raise SystemExit(f"axe said nothing of {page}: {dumped[-500:]}")
    unescaped = said.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return json.loads(unescaped)


def printed(page):
    """The page as a PDF."""
    pdf = page.with_suffix(".pdf")
    chromium(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page.as_uri())
    return pdf.read_bytes()
