portalSearch.document(2,{"u":"bai-viet/2018/tin-3.html","t":"Tin 3","s":"Tin ngắn số 3.","d":"03/03/2018","p":"","c":"","k":"post","b":"Tin ngắn số 3."});
