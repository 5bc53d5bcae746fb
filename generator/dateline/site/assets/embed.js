// The page for frames: inside one it is the timeline alone, on its own it hands out the code of a frame.
(() => {
  if (self !== top) {
    document.addEventListener("click", ({ target }) => {
      const link = target.closest("a[href]");
      if (link && (link.pathname !== location.pathname || link.host !== location.host)) link.target = "_top";
    });
    return;
  }
  const code = document.querySelector(".dl-code");
  const [text, button, said] = ["textarea", "button", "[role=status]"].map((each) => code.querySelector(each));
  const write = () => {
    const frame = document.createElement("iframe");
    const settings = { src: location.href.split("#")[0], title: text.dataset.title, width: "100%", height: "600", loading: "lazy", style: "border: 0" };
    for (const [name, value] of Object.entries(settings)) frame.setAttribute(name, value);
    text.value = frame.outerHTML;
  };
  code.addEventListener("toggle", write);
  button.addEventListener("click", async () => {
    write();
    text.select();
    // Without a secure connection there is no clipboard; the code is selected, to be copied by hand.
    await navigator.clipboard?.writeText(text.value).then(() => { said.textContent = button.dataset.done; }, () => {});
  });
  code.hidden = false;
})();
