// Dark or light: the system's choice until the reader makes one, which this browser remembers.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = "dateline-appearance";
  const memory = {
    // Storage is forbidden in some privacy modes; the button then works for the page only.
    get() { try { return localStorage.getItem(key); } catch { return null; } },
    set(value) { try { localStorage.setItem(key, value); } catch { /* the page alone remembers */ } },
  };
  const chosen = memory.get();
  if (chosen === "dark" || chosen === "light") root.dataset.appearance = chosen;
  const isDark = () => (root.dataset.appearance ?? (system.matches ? "dark" : "light")) === "dark";

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".appearance");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.appearance = isDark() ? "light" : "dark";
      memory.set(root.dataset.appearance);
      show();
    });
    system.addEventListener("change", show);
    button.hidden = false;
    show();
  });
})();
