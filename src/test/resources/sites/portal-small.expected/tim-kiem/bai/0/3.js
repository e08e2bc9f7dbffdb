portalSearch.document(3,{"u":"bai-viet/2018/tin-4.html","t":"Tin 4","s":"Tin ngắn số 4.","d":"04/04/2018","p":"","c":"","k":"post","b":"Tin ngắn số 4."});
