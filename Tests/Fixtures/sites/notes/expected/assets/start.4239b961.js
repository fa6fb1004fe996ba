// Before the page is drawn: says that scripts run, and sets the chosen colours.
(() => {
  const page = document.documentElement;
  page.classList.add("js");
  try {
    page.dataset.theme = localStorage.getItem("dossier-theme") ?? "";
  } catch { /* Storage is blocked: the colours follow the system. */ }
})();
