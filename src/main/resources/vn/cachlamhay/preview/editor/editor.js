/* Puts the parts together and shows what the address asks for: the list, an article, or the trash folder. */
import { byId, notice, dismiss, say } from './dom.js';
import { api, isGone, onContact, onSessionOver } from './api.js';
import { ask } from './dialogs.js';
import { create } from './create.js';
import { listen } from './events.js';
import * as article from './article.js';
import * as body from './body.js';
import * as files from './files.js';
import * as form from './form.js';
import * as history from './history.js';
import * as imports from './import.js';
import * as small from './head-picture.js';
import * as list from './list.js';
import * as look from './look.js';
import * as orphan from './orphan.js';
import * as paste from './paste.js';
import * as preview from './preview.js';
import * as problems from './problems.js';
import * as report from './report.js';
import * as save from './save.js';
import * as sections from './sections.js';
import * as settings from './settings.js';
import * as toolbar from './toolbar.js';
import * as trash from './trash.js';
import { picture } from './insert.js';

const SCREENS = ['man-danh-sach', 'man-thung-rac', 'man-bai'];
let site = null;
let going = 0;

function screen(id, title) {
  for (const each of SCREENS) {
    byId(each).hidden = each !== id;
  }
  document.body.classList.toggle('viet', id === 'man-bai');
  if (title) {
    document.title = `${title} – Biên tập`;
  }
  byId(id).querySelector('h1').focus({ preventScroll: true });
}

async function go() {
  const turn = ++going;
  const wanted = new URLSearchParams(location.hash.slice(1));
  const path = wanted.get('bai');
  if (path && article.isOpen(path)) {
    return;
  }
  article.close();
  report.end();
  try {
    if (path) {
      screen('man-bai');
      await article.openPath(path);
      if (turn === going) {
        report.begin(path);
        byId('ten-bai').focus({ preventScroll: true });
        scrollTo(0, 0);
      }
    } else if (wanted.has('thung-rac')) {
      screen('man-thung-rac', 'Thùng rác');
      await trash.show();
    } else {
      screen('man-danh-sach', 'Các bài viết');
      await list.show();
      if (wanted.has('mat')) {
        await orphan.show(wanted.get('mat'));
      }
    }
  } catch (error) {
    if (turn === going && path) {
      await ask({ title: 'Chưa mở được bài', content: [error.message, error.hint] });
      location.hash = isGone(error) ? 'mat=' + encodeURIComponent(path) : '';
    } else if (error.status !== 403) {
      say(error.message);
    }
  }
}

/** Opens the article behind an address of the site, where there is one. */
async function openAddress(address) {
  const { articles } = await api.articles();
  const found = articles.find(each => each.uri && decodeURIComponent(address).endsWith(each.uri.replace(/^\//, '')));
  if (found) {
    location.hash = 'bai=' + encodeURIComponent(found.path);
  } else {
    say('Liên kết trong trang xem trước không mở được ở đây');
  }
}

async function attach(chosen) {
  for (const file of chosen) {
    const sent = await files.send(file);
    if (sent) {
      form.change('attachments', [...form.value('attachments'), sent.reference]);
      article.changed();
    }
  }
}

async function headPicture(chosen) {
  const sent = chosen[0] && await files.send(chosen[0]);
  if (sent) {
    form.change('image', [sent.reference]);
    small.choose(sent.reference, chosen[0]);
    article.changed();
    byId('loi-ta').focus();
  }
}

function wireFiles() {
  byId('them-tep').addEventListener('click', async () => attach(await files.chooseFiles()));
  byId('chon-anh').addEventListener('click', async () => headPicture(await files.chooseFiles('image/*', false)));
  byId('bo-anh').addEventListener('click', () => {
    for (const key of ['image', 'alt', 'caption']) {
      form.change(key, []);
    }
    article.changed();
    byId('anh').focus();
  });
  byId('anh').addEventListener('input', small.forget);
  files.dropZone(byId('phan-anh'), headPicture);
  files.dropZone(byId('phan-tep'), attach);
  files.dropZone(byId('o-than-bai'), async (dropped, event) => {
    const cm = body.editor();
    const at = cm.coordsChar({ left: event.clientX, top: event.clientY }, 'window');
    await picture(dropped.filter(files.isPicture), at);
    await attach(dropped.filter(file => !files.isPicture(file)));
  });
}

function wireScreen() {
  const columns = byId('hai-cot');
  const choose = seeing => () => {
    columns.classList.toggle('chi-xem', seeing);
    byId('chon-viet').setAttribute('aria-pressed', String(!seeing));
    byId('chon-xem').setAttribute('aria-pressed', String(seeing));
    body.refresh();
  };
  byId('chon-viet').addEventListener('click', choose(false));
  byId('chon-xem').addEventListener('click', choose(true));
  byId('muc-form').addEventListener('click', event => {
    const tab = event.target.closest('[data-den]');
    if (tab) {
      const part = byId(tab.dataset.den);
      part.open = true;
      part.scrollIntoView({ block: 'start' });
      part.querySelector('textarea, input, select, button').focus({ preventScroll: true });
    }
  });
  byId('tom-tat').addEventListener('click', () => {
    choose(false)();
    problems.goFirst();
  });
  byId('bai-moi').addEventListener('click', () => create(site));
  addEventListener('resize', form.growAll);
}

function wireContact() {
  onContact(yes => {
    dismiss('lien-lac');
    if (!yes) {
      notice('bao-chung', 'lien-lac', { kind: 'loi', text: 'Mất liên lạc với chương trình. Những gì bạn viết vẫn được giữ trong trình duyệt; '
        + 'hãy xem chương trình còn mở không. Trang này tự nối lại.' });
    } else if (!byId('man-danh-sach').hidden) {
      go();
    }
  });
  onSessionOver(() => {
    dismiss('het-phien');
    notice('bao-chung', 'het-phien', { kind: 'loi', text: 'Chương trình đã được mở lại nên trang này không còn hiệu lực. '
      + 'Những gì bạn viết vẫn được giữ trong trình duyệt; tải lại trang là viết tiếp được.',
    choices: [['Tải lại trang', () => location.reload(), 'chinh']] });
  });
}

async function start() {
  try {
    site = await api.site();
  } catch (error) {
    if (error.status === 503) {
      // the site is being read for the first time
      byId('so-bai').textContent = 'Đang đọc các bài viết …';
      byId('man-danh-sach').hidden = false;
      setTimeout(start, 500);
    } else if (error.status !== 403) {
      notice('bao-chung', 'mo-dau', { kind: 'loi', text: error.message, choices: [['Thử lại', () => location.reload(), 'chinh']] });
    }
    return;
  }
  document.querySelectorAll('[data-ten-trang]').forEach(place => { place.textContent = site.name; });
  files.configure(site);
  sections.configure(site);
  list.build(site);
  form.build(site, article.changed);
  body.build(article.changed, toolbar.shortcuts());
  toolbar.build();
  preview.build(openAddress);
  paste.watch(() => article.state().path);
  save.watch();
  history.watch();
  trash.watch();
  imports.build(site);
  report.build();
  wireFiles();
  wireScreen();
  let soon = 0;
  const again = () => {
    clearTimeout(soon);
    soon = setTimeout(() => byId('man-danh-sach').hidden || list.show().catch(error => error.status && say(error.message)), 300);
  };
  const listening = listen(paths => {
    article.onDisk(paths);
    again();
  }, () => {
    preview.mend();
    again();
  }, () => {
    // what has just come may be known now: files, places, pages that links lead to
    look.soon();
  });
  addEventListener('hashchange', go);
  await listening;
  await go();
  settings.begin(site);
}

wireContact();
start();
