portalSearch.document(1,{"u":"bai-viet/2018/tin-2.html","t":"Tin 2","s":"Tin ngắn số 2.","d":"02/02/2018","p":"","c":"","k":"post","b":"Tin ngắn số 2."});
