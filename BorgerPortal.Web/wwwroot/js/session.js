// The end of a session: the warning before it, in every tab, and the way to the page that says why. The server alone knows
// how long it holds; here it is asked, and told when the user does something. Works without a circuit.
const warning = document.getElementById("session-warning");
const own = warning?.dataset.session ?? null;
const tabs = new BroadcastChannel("session");

// The server writes a use down once a minute.
const usePause = 61000;
const retryPause = 5000;
const leavingTime = 10000;

let endsAt = 0;
let usedAt = 0;
let timer = 0;
let pendingUse = 0;
let prolongs = true;
let isDismissed = false;
let isLeaving = false;

const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));

// Null where the server could not be asked.
async function ask(form) {
  try {
    const answer = await fetch("session", form && { method: "POST", body: new FormData(form), keepalive: true });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function leave(reason) {
  const where = encodeURIComponent(location.pathname + location.search);
  location.replace(warning.dataset.loggedOff + (reason ? `?grund=${reason}&retur=${where}` : ""));
}

// How it stands, as the server or another tab has told.
function adopt(state) {
  // Whoever logs in anew has ended the session of this page, and is on the way to the next.
  if (isLeaving) {
    return;
  }
  if (!state.session) {
    leave(state.grund);
    return;
  }
  if (state.session !== own) {
    location.reload();
    return;
  }
  endsAt = Date.now() + state.sekunder * 1000;
  prolongs = state.kanForlaenges;
  const isNear = state.sekunder <= Number(warning.dataset.warning);
  if (!isNear) {
    isDismissed = false;
    warning.close();
  } else if (!isDismissed) {
    open();
  }
  clearTimeout(timer);
  timer = isNear ? setTimeout(tick, 1000) : setTimeout(check, endsAt - Date.now() - Number(warning.dataset.warning) * 1000);
}

async function check() {
  const state = await ask();
  if (state) {
    adopt(state);
  } else {
    clearTimeout(timer);
    timer = setTimeout(check, retryPause);
  }
}

function open() {
  warning.toggleAttribute("data-fixed", !prolongs);
  tell();
  if (!warning.open) {
    warning.querySelector(".session-fault").hidden = true;
    warning.showModal();
  }
}

// By the minute, and by ten seconds in the last one: a screen reader reads every change.
function tell() {
  const { textMinutes, textMinute, textSeconds } = warning.dataset;
  const minutes = Math.ceil(left() / 60);
  const text = left() > 60 ? textMinutes.replace("{0}", minutes)
    : left() > 50 ? textMinute
    : textSeconds.replace("{0}", Math.ceil(left() / 10) * 10);
  const place = document.getElementById("session-text");
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function tick() {
  if (left() === 0) {
    check();
    return;
  }
  tell();
  timer = setTimeout(tick, 1000);
}

async function use() {
  pendingUse = 0;
  usedAt = Date.now();
  const state = await ask(document.getElementById("session-stay"));
  if (state) {
    adopt(state);
    tabs.postMessage(state);
  }
  return state !== null;
}

async function stay() {
  if (!prolongs) {
    isDismissed = true;
    warning.close();
  } else if (!await use()) {
    open();
    warning.querySelector(".session-fault").hidden = false;
  }
}

// What a person does, and nothing that a page does by itself. With the warning open only its own buttons count.
function act(event) {
  if (event.isTrusted && !warning.open && !pendingUse) {
    pendingUse = setTimeout(use, Math.max(0, usedAt + usePause - Date.now()));
  }
}

if (warning) {
  adopt({ session: own, sekunder: Number(warning.dataset.seconds), kanForlaenges: !("fixed" in warning.dataset) });
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "popstate"]) {
    addEventListener(kind, act, { capture: true, passive: true });
  }
  document.getElementById("session-stay").addEventListener("submit", event => {
    event.preventDefault();
    stay();
  });
  warning.addEventListener("cancel", stay);

  // A file that is fetched leaves the page where it is.
  addEventListener("beforeunload", () => {
    isLeaving = true;
    setTimeout(() => { isLeaving = false; }, leavingTime);
  });

  // Timers sleep with the computer, and a page that is gone back to may be of a session that has ended since.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
  addEventListener("pageshow", event => event.persisted && check());

  tabs.addEventListener("message", ({ data }) => {
    if (data.session === own && data.sekunder) {
      usedAt = Date.now();
      adopt(data);
    } else if (data.session !== own) {
      check();
    }
  });
}

// The other tabs learn whose session this page is of: somebody may just have logged off, or in.
tabs.postMessage({ session: own });
