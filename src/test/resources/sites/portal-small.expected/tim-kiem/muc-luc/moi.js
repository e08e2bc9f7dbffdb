window.CLH_MUC_LUC.bai["moi"]=[
{"u":"bai-viet/2019/ket-qua.html","t":"Kết quả sau một năm","s":"Kết quả Xem lại bài trước.","d":"01/03/2019","p":"Bình Thuận","c":"Xây dựng Đảng"},
{"u":"bai-viet/2018/bac-son.html","t":"Bắc Sơn: \"mở đường\" \u0026 \u003ckết nạp\u003e","s":"Bốn bước \u0026 một \"cách làm\".","d":"12/09/2018","p":"huyện Bắc Sơn, Lạng Sơn","c":"Tạo nguồn"},
{"u":"bai-viet/2018/tin-4.html","t":"Tin 4","s":"Tin ngắn số 4.","d":"04/04/2018","p":"","c":""},
{"u":"bai-viet/2018/tin-3.html","t":"Tin 3","s":"Tin ngắn số 3.","d":"03/03/2018","p":"","c":""},
{"u":"bai-viet/2018/tin-2.html","t":"Tin 2","s":"Tin ngắn số 2.","d":"02/02/2018","p":"","c":""},
{"u":"bai-viet/2018/tin-1.html","t":"Tin 1","s":"Tin ngắn số 1.","d":"01/01/2018","p":"","c":""}
];
