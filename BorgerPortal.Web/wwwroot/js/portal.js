// Links within a page (the skip link, the error summary's) move the focus and not only the view.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#']");
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) {
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: "center" });
  }
}, true);

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-print]")) {
    window.print();
  }
});

// The connection to the server. It is tried again by itself; where the server no longer knows the page, it is loaded
// again from its address, which holds what the citizen has answered.
const banner = document.getElementById("components-reconnect-modal");
const pause = 10000;

async function comeBack() {
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      location.reload();
    }
  } catch {
    setTimeout(comeBack, pause);
  }
}

banner?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "rejected") {
    location.reload();
  } else if (detail.state === "failed") {
    setTimeout(comeBack, pause);
  }
});
document.getElementById("components-reconnect-button")?.addEventListener("click", comeBack);

// An error summary of a page that was posted has the focus when the page opens.
document.querySelector("[data-testid='fejlopsummering']")?.focus();
