package vn.cachlamhay.diag;

import java.util.Locale;

/**
 * Every kind of problem. The name in lower case with hyphens is the stable code that users see,
 * such as {@code khong-ro-dia-phuong}; its words stand in the resource bundle {@code problems}.
 */
public enum ProblemCode {
  // reading files
  TEP_RONG,
  KHONG_PHAI_UTF8,
  KHONG_DOC_DUOC,
  DUOI_TEP_LA,
  THIEU_BO_DOC,
  // front matter
  THIEU_PHAN_DAU,
  THIEU_PHAN_DAU_JBAKE,
  PHAN_DAU_CHUA_DONG,
  PHAN_DAU_HONG,
  DONG_PHAN_DAU_HONG,
  KHOA_TRUNG,
  KHOA_LA(Severity.NOTICE),
  DAU_THANG,
  THIEU_TIEU_DE,
  THIEU_NGAY,
  NGAY_HONG,
  NGAY_HONG_JBAKE,
  THIEU_LOAI,
  LOAI_LA,
  THIEU_TRANG_THAI,
  TRANG_THAI_LA,
  GIA_TRI_HONG,
  THIEU_NGAY_SUA,
  // taxonomies
  KHONG_RO_DIA_PHUONG,
  DIA_PHUONG_MO_HO,
  DIA_PHUONG_MA_SO,
  DIA_PHUONG_DAU_PHAY,
  DIA_PHUONG_NGOAI_DANH_SACH(Severity.NOTICE),
  KHONG_RO_CHU_DE,
  // addresses, files and links
  TRUNG_DIA_CHI,
  TRUNG_DIA_CHI_CU,
  DIA_CHI_HONG,
  THIEU_ANH,
  ANH_QUA_LON,
  ANH_HONG,
  THIEU_TEP_DINH_KEM,
  THIEU_AM_THANH,
  LIEN_KET_HONG,
  LIEN_KET_BAN_NHAP,
  NEO_HONG,
  // what was cleaned away
  HTML_BI_BO(Severity.NOTICE),
  // reference data, configuration, templates: the site is left as it was
  DU_LIEU_HONG,
  DU_LIEU_THIEU,
  DU_LIEU_TRUNG,
  DU_LIEU_KHONG_RO,
  DU_LIEU_SAI_GIA_TRI,
  DU_LIEU_KHOA_LA,
  DU_LIEU_NGOAI_DANH_SACH,
  DU_LIEU_VONG_QUANH,
  DU_LIEU_NGUOC_NGAY,
  DU_LIEU_NGOAI_NGAY,
  DU_LIEU_CHONG_NGAY,
  DU_LIEU_TRUNG_O,
  KHONG_CO_TRANG,
  CAU_HINH_HONG,
  THIEU_KHUON_MAU,
  KHUON_MAU_HONG,
  CONG_CU_HONG,
  BIEU_TUONG_HONG,
  TEP_NGUOI_KHAC,
  DANG_CO_LAN_LAM_KHAC,
  KHONG_LUU_BO_NHO(Severity.NOTICE),
  // the pages made
  TRANG_CO_LIEN_KET_HONG,
  TRANG_CO_NEO_HONG,
  // searching in what was made
  CHUA_CO_MUC_LUC,
  MUC_LUC_KHAC,
  KHONG_CO_TIM_KIEM,
  // a preview that goes on all the same
  THIEU_THU_MUC,
  DIA_DAY,
  DIA_HONG,
  LOI_CHUONG_TRINH,
  // editing
  DUONG_DAN_CAM,
  KHONG_CON_BAI,
  GIA_TRI_KHONG_GHI,
  PHIEN_BAN_HONG,
  KHONG_SOAN_DUOC,
  GIT_CHUA_CO_TEN,
  GIT_KHONG_O_NHANH,
  GIT_CHUA_CO_LAN_GHI,
  GIT_DANG_KHOA,
  GIT_DANG_DO,
  GIT_BO_QUA,
  GIT_HONG,
  // counting readers
  LUOT_DOC_HONG,
  NHAT_KY_DONG_LA(Severity.NOTICE),
  NHAT_KY_HONG,
  NHAT_KY_TRUNG,
  NHAT_KY_TRONG,
  NHAT_KY_KHONG_CO_BAI,
  // pasting into the editor
  DAN_QUA_DAI,
  DAN_ANH_TREN_MANG(Severity.NOTICE),
  DAN_THIEU_ANH(Severity.NOTICE),
  DAN_FONT_CU(Severity.NOTICE),
  DAN_O_GOP(Severity.NOTICE),
  DAN_NHAN_SUA_DOI(Severity.NOTICE),
  DAN_BO_NHAN_XET(Severity.NOTICE),
  DAN_BO_KHUNG_TRANG(Severity.NOTICE),
  // best practices and their tables of results
  CACH_LAM_THIEU_BAI_HOC(Severity.NOTICE),
  CACH_LAM_THIEU_NAM(Severity.NOTICE),
  CACH_LAM_THIEU_DON_VI(Severity.NOTICE),
  CACH_LAM_TY_LE_KHAC(Severity.NOTICE),
  CACH_LAM_TRAI_BANG(Severity.NOTICE),
  CACH_LAM_O_KHONG_PHAI_SO(Severity.NOTICE),
  // bringing in what was written elsewhere
  NHAP_THIEU_ANH(Severity.NOTICE),
  NHAP_KHONG_CO,
  NHAP_LOAI_LA,
  NHAP_LOAI_BAI,
  NHAP_RONG,
  NHAP_QUA_LON,
  NHAP_DA_CO(Severity.NOTICE),
  NHAP_GAN_GIONG(Severity.NOTICE),
  NHAP_GIU_NGUYEN(Severity.NOTICE),
  NHAP_ZIP_HONG,
  NHAP_TEP_KEM(Severity.NOTICE),
  // importing plain text
  VAN_BAN_RONG,
  VAN_BAN_NHI_PHAN,
  VAN_BAN_QUA_LON,
  VAN_BAN_MA_KHAC(Severity.NOTICE),
  VAN_BAN_MA_CHUA_CHAC(Severity.NOTICE),
  // what a text says of itself
  NHAN_TIEU_DE_HOA(Severity.NOTICE),
  NHAN_NGAY_DOC_TRANG(Severity.NOTICE),
  NHAN_NGAY_CHUA_TOI(Severity.NOTICE),
  NHAN_DUOI_TIN_KHAC(Severity.NOTICE),
  // documents of word processors
  WORD_HONG,
  WORD_KHONG_PHAI,
  WORD_LA_TRANG_WEB,
  WORD_LA_CHU,
  WORD_MAT_KHAU,
  WORD_QUA_LON,
  WORD_QUA_DAI,
  WORD_NEN_QUA,
  WORD_NGUY_HIEM,
  WORD_THIEU_LIBREOFFICE,
  WORD_KHONG_DOI_DUOC,
  WORD_DOI_QUA_LAU,
  WORD_FONT_CU(Severity.NOTICE),
  WORD_SUA_DOI(Severity.NOTICE),
  WORD_NHAN_XET(Severity.NOTICE),
  WORD_ANH_KHONG_HIEN(Severity.NOTICE),
  WORD_DOI_TUONG(Severity.NOTICE),
  // putting files beside an article
  TEP_TAI_LEN_LA,
  TEP_TAI_LEN_KHAC_DUOI,
  TEP_TAI_LEN_QUA_LON,
  TEP_TAI_LEN_HONG,
  TEP_TAI_LEN_NGUY_HIEM,
  TEP_TAI_LEN_NGOAI_THU_MUC,
  // publishing: the host, then what is to be published
  DICH_KHONG_CO,
  DICH_CHUA_KHAI,
  DICH_CHON_MOT,
  DICH_SAI_LOAI,
  DICH_SAI_DIA_CHI,
  DICH_GIA_TRI,
  DICH_KHOA_LA,
  DICH_LO_MAT_KHAU,
  DICH_THIEU_MAT_KHAU,
  DICH_SAI_MAT_KHAU,
  DICH_KHONG_TOI_DUOC,
  DICH_MAY_LA,
  DICH_KHOA_MAY_DOI,
  DICH_CHUNG_THU,
  DICH_SAI_GIO,
  DICH_HET_CHO,
  DICH_KHONG_DUOC_GHI,
  DICH_KHONG_DUOC_DOC,
  DICH_KHONG_CO_THU_MUC,
  DICH_VUONG_TEP,
  DICH_MAT_KET_NOI,
  DICH_DANG_CO_NGUOI,
  DICH_NGUOI_KHAC_DANG,
  DICH_TU_CHOI,
  DICH_LO_KHOA,
  DICH_TEP_KHOA,
  DICH_MAT_KHAU_KHOA,
  DICH_KHOA_BI_TU_CHOI,
  DICH_KHOA_BI_HUY,
  DICH_TEN_CO_DAU,
  DICH_QUA_LON,
  DICH_KHONG_MA_HOA(Severity.NOTICE),
  DANG_CHUA_LAM,
  DANG_DA_CU,
  DANG_BAN_NHAP,
  DANG_CON_LOI,
  DANG_LIEN_KET_HONG,
  DANG_XOA_NHIEU,
  DANG_GHI_DE,
  DANG_TEP_DOI,
  DANG_KHONG_QUAY_LAI,
  DANG_SAI_TREN_MAY_CHU,
  // files for hosts
  MAY_CHU_TEP_RIENG(Severity.NOTICE),
  MAY_CHU_BO_LAI(Severity.NOTICE),
  MAY_CHU_THIEU_BROTLI(Severity.NOTICE),
  // pages of the web
  WEB_KHONG_PHAI_TRANG,
  WEB_QUA_LON,
  WEB_CHU_CU(Severity.NOTICE),
  WEB_IT_CHU(Severity.NOTICE),
  WEB_DIA_CHI_HONG,
  WEB_DIA_CHI_RIENG,
  WEB_KHONG_THAY_MAY,
  WEB_KHONG_NOI_DUOC,
  WEB_QUA_LAU,
  WEB_CHUNG_THU,
  WEB_ROBOTS,
  WEB_ROBOTS_HONG,
  WEB_CHUYEN_HUONG,
  WEB_TRA_LOI,
  WEB_LOAI_TEP,
  QUA_NHIEU(Severity.NOTICE);

  private final Severity severity;

  ProblemCode() {
    this(Severity.ERROR);
  }

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /** How much problems of this kind matter. */
  public Severity severity() {
    return severity;
  }

  /** The code as users and other programs see it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
